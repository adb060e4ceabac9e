/** What a container sees of its machine's files. */
@NullMarked
package dev.monsh.mount;

import org.jspecify.annotations.NullMarked;
