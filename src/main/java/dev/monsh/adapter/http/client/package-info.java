/** HTTP requests, limits, TLS and failures. */
@NullMarked
package dev.monsh.adapter.http.client;

import org.jspecify.annotations.NullMarked;
