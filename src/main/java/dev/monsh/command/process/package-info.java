/** {@code process}. */
@NullMarked
package dev.monsh.command.process;

import org.jspecify.annotations.NullMarked;
