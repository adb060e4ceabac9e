/** The terminal, by Lanterna: nobody else knows that library. */
@NullMarked
package dev.monsh.dashboard.screen;

import org.jspecify.annotations.NullMarked;
