/** {@code grafana …}: a Grafana's data sources and dashboards. */
@NullMarked
package dev.monsh.command.grafana;

import org.jspecify.annotations.NullMarked;
