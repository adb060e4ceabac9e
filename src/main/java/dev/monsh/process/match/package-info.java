/** Decides which group each process lands in, as process-exporter does. */
@NullMarked
package dev.monsh.process.match;

import org.jspecify.annotations.NullMarked;
