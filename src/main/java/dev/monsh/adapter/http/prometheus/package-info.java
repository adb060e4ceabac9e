/** Prometheus's HTTP API. */
@NullMarked
package dev.monsh.adapter.http.prometheus;

import org.jspecify.annotations.NullMarked;
