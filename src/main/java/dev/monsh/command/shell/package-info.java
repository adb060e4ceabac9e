/** The commands about monsh itself. */
@NullMarked
package dev.monsh.command.shell;

import org.jspecify.annotations.NullMarked;
