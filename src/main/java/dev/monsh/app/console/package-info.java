/** The console: JLine's line reader on top of the same commands. */
@NullMarked
package dev.monsh.app.console;

import org.jspecify.annotations.NullMarked;
