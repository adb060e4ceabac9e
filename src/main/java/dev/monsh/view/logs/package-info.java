/** Shows log lines and lists from Loki. */
@NullMarked
package dev.monsh.view.logs;

import org.jspecify.annotations.NullMarked;
