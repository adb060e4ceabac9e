/** The dashboard's single loop: events in, frames out; and what it needs from the terminal and the commands. */
@NullMarked
package dev.monsh.dashboard.loop;

import org.jspecify.annotations.NullMarked;
