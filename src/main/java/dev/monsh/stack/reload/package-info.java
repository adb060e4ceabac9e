/** Servers load the configuration that their files have now, and prove it. */
@NullMarked
package dev.monsh.stack.reload;

import org.jspecify.annotations.NullMarked;
