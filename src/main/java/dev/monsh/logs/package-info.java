/** LogQL: queries, lines, and a tail that survives. */
@NullMarked
package dev.monsh.logs;

import org.jspecify.annotations.NullMarked;
