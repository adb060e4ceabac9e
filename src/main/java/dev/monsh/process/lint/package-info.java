/** Finds what should be changed in a process-exporter configuration. */
@NullMarked
package dev.monsh.process.lint;

import org.jspecify.annotations.NullMarked;
