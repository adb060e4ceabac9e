/** Prometheus and Loki over HTTP. OkHttp and Jackson are used here and nowhere else. */
@NullMarked
package dev.monsh.adapter.http;

import org.jspecify.annotations.NullMarked;
