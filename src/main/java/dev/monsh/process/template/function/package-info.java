/** The built-in template functions. */
@NullMarked
package dev.monsh.process.template.function;

import org.jspecify.annotations.NullMarked;
