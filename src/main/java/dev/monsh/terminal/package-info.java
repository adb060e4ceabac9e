/** Output of the program: the terminal's profile, tables, and writers of machine-readable forms. */
@NullMarked
package dev.monsh.terminal;

import org.jspecify.annotations.NullMarked;
