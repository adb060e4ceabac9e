/** The one loop of the dashboard: events in, frames out; and what it asks of the terminal and of the commands. */
@NullMarked
package dev.monsh.dashboard.loop;

import org.jspecify.annotations.NullMarked;
