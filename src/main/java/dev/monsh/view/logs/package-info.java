/** Log lines and lists of what Loki holds. */
@NullMarked
package dev.monsh.view.logs;

import org.jspecify.annotations.NullMarked;
