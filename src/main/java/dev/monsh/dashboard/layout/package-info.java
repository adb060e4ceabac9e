/** Where the panes are, for each window size. */
@NullMarked
package dev.monsh.dashboard.layout;

import org.jspecify.annotations.NullMarked;
