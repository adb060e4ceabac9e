/** What the program writes to: the terminal's profile, tables, and the writers of the machine-readable forms. */
@NullMarked
package dev.monsh.terminal;

import org.jspecify.annotations.NullMarked;
