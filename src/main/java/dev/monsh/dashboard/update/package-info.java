/** What happens to the state: pure, from events. */
@NullMarked
package dev.monsh.dashboard.update;

import org.jspecify.annotations.NullMarked;
