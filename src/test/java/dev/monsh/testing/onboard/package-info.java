/** The places of a box for tests. */
@NullMarked
package dev.monsh.testing.onboard;

import org.jspecify.annotations.NullMarked;
