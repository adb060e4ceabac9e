/** What is worth changing in a configuration of process-exporter. */
@NullMarked
package dev.monsh.process.lint;

import org.jspecify.annotations.NullMarked;
