/** The terminal through Lanterna, which is used only here. */
@NullMarked
package dev.monsh.dashboard.screen;

import org.jspecify.annotations.NullMarked;
