/** Prometheus and Loki over HTTP. OkHttp and Jackson are used only here. */
@NullMarked
package dev.monsh.adapter.http;

import org.jspecify.annotations.NullMarked;
