/** Which group each process lands in, as process-exporter decides it. */
@NullMarked
package dev.monsh.process.match;

import org.jspecify.annotations.NullMarked;
