package dev.monsh.testing.grafana;

import dev.monsh.json.JsonObject;
import dev.monsh.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer of Grafana itself. */
record GrafanaReply(int status, String contentType, byte[] body, Map<String, String> headers) {

    static GrafanaReply json(int status, JsonValue body) {
        return new GrafanaReply(status, "application/json", body.compact().getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static GrafanaReply text(int status, String contentType, String body) {
        return new GrafanaReply(status, contentType, body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** The plain form of an error; the server adds a trace that means nothing to a client. */
    static GrafanaReply error(int status, String message) {
        return json(status, JsonObject.EMPTY.with("message", message).with("traceID", ""));
    }

    /** The structured form of an error. */
    static GrafanaReply error(int status, String messageId, String message) {
        return json(
                status,
                JsonObject.EMPTY
                        .with("message", message)
                        .with("messageId", messageId)
                        .with("statusCode", status)
                        .with("traceID", ""));
    }

    static GrafanaReply status(int status, String word, String message) {
        return json(status, JsonObject.EMPTY.with("status", word).with("message", message));
    }

    static GrafanaReply missingRight(String action) {
        return json(
                403,
                JsonObject.EMPTY
                        .with("title", "Access denied")
                        .with(
                                "message",
                                "You'll need additional permissions to perform this action. Permissions needed: "
                                        + action)
                        .with("accessErrorId", "ACE0123456789"));
    }

    static GrafanaReply redirect(String location) {
        return new GrafanaReply(
                302,
                "text/html; charset=utf-8",
                ("<a href=\"" + location + "\">Found</a>.\n").getBytes(StandardCharsets.UTF_8),
                Map.of("Location", location));
    }

    void send(OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length + "\r\n");
        if (!contentType.isEmpty()) {
            head.append("Content-Type: ").append(contentType).append("\r\n");
        }
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        out.write(body);
        out.flush();
    }
}
