/** {@code up}, {@code down}, {@code status}, {@code stack} and {@code demo}. */
@NullMarked
package dev.monsh.command.stack;

import org.jspecify.annotations.NullMarked;
