/** The log files that Promtail ships: its targets, and the Compose volumes through which it sees them. */
@NullMarked
package dev.monsh.logfile;

import org.jspecify.annotations.NullMarked;
