/** Fakes of the ports, and what several tests need. */
@NullMarked
package dev.monsh.testing;

import org.jspecify.annotations.NullMarked;
