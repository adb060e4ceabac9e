/** The console: JLine's line reader around the same commands. */
@NullMarked
package dev.monsh.app.console;

import org.jspecify.annotations.NullMarked;
