/** Shows query results as tables, rows, JSON and plots. */
@NullMarked
package dev.monsh.view.query;

import org.jspecify.annotations.NullMarked;
