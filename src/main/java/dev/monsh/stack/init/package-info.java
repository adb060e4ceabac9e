/** A new stack: the files of the manual's layout, filled in and written all together or not at all. */
@NullMarked
package dev.monsh.stack.init;

import org.jspecify.annotations.NullMarked;
