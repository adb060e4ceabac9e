/** How process-exporter puts a process in a group: pure, without I/O. */
@NullMarked
package dev.monsh.process;

import org.jspecify.annotations.NullMarked;
