/** {@code top}: the full-screen dashboard. */
@NullMarked
package dev.monsh.command.top;

import org.jspecify.annotations.NullMarked;
