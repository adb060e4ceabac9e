package dev.monsh.adapter.http.client;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request, ready to be sent.
 *
 * @param headers by name, the values checked
 * @param body null for a request without one
 */
record HttpRequest(
        URI url,
        String method,
        Map<String, String> headers,
        @Nullable Body body) {

    /** What is sent with a request, as UTF-8. */
    record Body(String contentType, String text) {

        /** An encoded form. */
        static Body form(String encoded) {
            return new Body("application/x-www-form-urlencoded", encoded);
        }

        /** A JSON document. */
        static Body json(String document) {
            return new Body("application/json", document);
        }
    }
}
