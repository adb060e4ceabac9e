/** State transitions: pure functions of events. */
@NullMarked
package dev.monsh.dashboard.update;

import org.jspecify.annotations.NullMarked;
