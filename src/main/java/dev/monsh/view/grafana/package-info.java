/** Shows Grafana's data sources and dashboards. */
@NullMarked
package dev.monsh.view.grafana;

import org.jspecify.annotations.NullMarked;
