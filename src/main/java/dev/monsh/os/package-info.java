/**
 * What monsh needs from the operating system: atomic file writes, locks, the search path, processes in {@code
 * /proc}.
 */
@NullMarked
package dev.monsh.os;

import org.jspecify.annotations.NullMarked;
