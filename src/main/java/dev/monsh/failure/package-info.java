/** Everything that can go wrong, as one sealed family, and the exit codes it ends in. */
@NullMarked
package dev.monsh.failure;

import org.jspecify.annotations.NullMarked;
