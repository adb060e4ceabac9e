/** The rules of process-exporter's configuration. */
@NullMarked
package dev.monsh.process.rule;

import org.jspecify.annotations.NullMarked;
