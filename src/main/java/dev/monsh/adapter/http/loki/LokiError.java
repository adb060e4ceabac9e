package dev.monsh.adapter.http.loki;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;

/** An answer that says {@code {"status":"error"}}, whatever its HTTP status; the message is the server's. */
final class LokiError extends JsonParseException {

    private static final long serialVersionUID = 1L;

    LokiError(JsonParser json, String message) {
        super(json, message.isEmpty() ? "the server reported an error without details" : message);
    }
}
