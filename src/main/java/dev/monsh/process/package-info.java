/** How process-exporter groups processes: pure, without I/O. */
@NullMarked
package dev.monsh.process;

import org.jspecify.annotations.NullMarked;
