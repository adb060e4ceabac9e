/** Where the panes are, for every size of the window. */
@NullMarked
package dev.monsh.dashboard.layout;

import org.jspecify.annotations.NullMarked;
