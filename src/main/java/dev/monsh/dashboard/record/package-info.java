/** Pictures of the dashboard: recordings of a session, and a frame as text or SVG. */
@NullMarked
package dev.monsh.dashboard.record;

import org.jspecify.annotations.NullMarked;
