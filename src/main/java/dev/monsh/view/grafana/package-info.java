/** How Grafana's data sources and dashboards look. */
@NullMarked
package dev.monsh.view.grafana;

import org.jspecify.annotations.NullMarked;
