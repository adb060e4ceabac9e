/** Requests, limits, TLS, and failures of HTTP. */
@NullMarked
package dev.monsh.adapter.http.client;

import org.jspecify.annotations.NullMarked;
