/** {@code box} and {@code config}. */
@NullMarked
package dev.monsh.command.box;

import org.jspecify.annotations.NullMarked;
