/** Everything that can go wrong, as one sealed family, and the exit codes. */
@NullMarked
package dev.monsh.failure;

import org.jspecify.annotations.NullMarked;
