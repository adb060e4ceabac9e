package dev.monsh.adapter.http.client;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request, ready to be sent.
 *
 * @param headers by name, the values checked
 * @param form an encoded form, which makes it a POST; null for a GET
 */
record HttpRequest(
        URI url, Map<String, String> headers, @Nullable String form) {}
