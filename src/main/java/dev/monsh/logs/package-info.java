/** LogQL: queries, lines, and a tail that survives interruptions. */
@NullMarked
package dev.monsh.logs;

import org.jspecify.annotations.NullMarked;
