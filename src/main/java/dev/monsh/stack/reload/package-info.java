/** Makes servers load the current configuration from their files, and verifies that they did. */
@NullMarked
package dev.monsh.stack.reload;

import org.jspecify.annotations.NullMarked;
