/** Grafana's HTTP API, as its documentation and sources describe it from version 9 to 13. */
@NullMarked
package dev.monsh.adapter.http.grafana;

import org.jspecify.annotations.NullMarked;
