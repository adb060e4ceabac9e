/** {@code query} and {@code metrics}. */
@NullMarked
package dev.monsh.command.metrics;

import org.jspecify.annotations.NullMarked;
