/** How the state looks: a frame of character cells, made without a terminal. */
@NullMarked
package dev.monsh.dashboard.frame;

import org.jspecify.annotations.NullMarked;
