/**
 * What monsh asks of the operating system: files written whole, locks, the search path, processes as {@code /proc}
 * shows them.
 */
@NullMarked
package dev.monsh.os;

import org.jspecify.annotations.NullMarked;
