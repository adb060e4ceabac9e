/** The dashboards that monsh provides: one per box, one for all boxes. */
@NullMarked
package dev.monsh.grafana.dashboard;

import org.jspecify.annotations.NullMarked;
