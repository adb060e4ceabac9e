/** What needs two features: everything of a box at once. */
@NullMarked
package dev.monsh.across;

import org.jspecify.annotations.NullMarked;
