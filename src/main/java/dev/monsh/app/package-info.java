/**
 * The composition root: manual wiring, the three ways to run, and the one place that turns a failure into an exit
 * code.
 */
@NullMarked
package dev.monsh.app;

import org.jspecify.annotations.NullMarked;
