/** Grafana's health, data sources and dashboards as values, and the port to it. */
@NullMarked
package dev.monsh.grafana;

import org.jspecify.annotations.NullMarked;
