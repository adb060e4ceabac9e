/** A Docker engine of the tests' own with the stack's images, so that stacks are started for real and without a registry. */
@NullMarked
package dev.monsh.testing.docker;

import org.jspecify.annotations.NullMarked;
