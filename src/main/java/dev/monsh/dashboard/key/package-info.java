/** The keys of the dashboard, in one table that the help shows and the update reads. */
@NullMarked
package dev.monsh.dashboard.key;

import org.jspecify.annotations.NullMarked;
