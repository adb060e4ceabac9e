/** The functions that every template has. */
@NullMarked
package dev.monsh.process.template.function;

import org.jspecify.annotations.NullMarked;
