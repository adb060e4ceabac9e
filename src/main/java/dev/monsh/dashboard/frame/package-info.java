/** Renders the state as a frame of character cells, without a terminal. */
@NullMarked
package dev.monsh.dashboard.frame;

import org.jspecify.annotations.NullMarked;
