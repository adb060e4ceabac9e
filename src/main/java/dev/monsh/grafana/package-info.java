/** A Grafana: its health, its data sources and its dashboards as values, and the port to it. */
@NullMarked
package dev.monsh.grafana;

import org.jspecify.annotations.NullMarked;
