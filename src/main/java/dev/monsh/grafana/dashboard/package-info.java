/** The dashboards that monsh brings: one for a box, one for all boxes. */
@NullMarked
package dev.monsh.grafana.dashboard;

import org.jspecify.annotations.NullMarked;
