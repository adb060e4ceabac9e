/** {@code logs} and {@code logfile}. */
@NullMarked
package dev.monsh.command.logs;

import org.jspecify.annotations.NullMarked;
