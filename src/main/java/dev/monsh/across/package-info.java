/** Code that needs more than one feature: everything about a box at once. */
@NullMarked
package dev.monsh.across;

import org.jspecify.annotations.NullMarked;
