/** Grafana's HTTP API, versions 9 to 13, as its documentation and sources describe it. */
@NullMarked
package dev.monsh.adapter.http.grafana;

import org.jspecify.annotations.NullMarked;
