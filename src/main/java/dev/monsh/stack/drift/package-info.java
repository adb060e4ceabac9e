/** Where a running stack differs from its files. */
@NullMarked
package dev.monsh.stack.drift;

import org.jspecify.annotations.NullMarked;
