/**
 * Shows a feature's values as a table, lines or a plot; shared by the commands and everything else that shows
 * values.
 */
@NullMarked
package dev.monsh.view;

import org.jspecify.annotations.NullMarked;
