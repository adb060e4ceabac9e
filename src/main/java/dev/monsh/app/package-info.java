/** The composition root: wiring by hand, the three ways to run, and the one place where a failure becomes an exit code. */
@NullMarked
package dev.monsh.app;

import org.jspecify.annotations.NullMarked;
