/** The entry of the program. */
@NullMarked
package dev.monsh;

import org.jspecify.annotations.NullMarked;
