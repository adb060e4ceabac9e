/** The dashboard's keys, in one table that the help and the update both use. */
@NullMarked
package dev.monsh.dashboard.key;

import org.jspecify.annotations.NullMarked;
