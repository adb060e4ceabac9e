package dev.monsh.testing.grafana;

import dev.monsh.json.JsonObject;
import dev.monsh.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request.
 *
 * @param path without the query
 * @param query without the question mark; may be empty
 * @param headers by name in lower case
 */
record GrafanaRequest(String method, String path, String query, Map<String, String> headers, byte[] body) {

    /** Reads a request; empty at the end of the connection. */
    static Optional<GrafanaRequest> read(InputStream in) throws IOException {
        String request = line(in);
        if (request.isEmpty()) {
            return Optional.empty();
        }
        String[] words = request.split(" ");
        String[] target = words[1].split("\\?", 2);
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String[] parts = header.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return Optional.of(new GrafanaRequest(
                words[0], target[0], target.length > 1 ? target[1] : "", headers, in.readNBytes(length)));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    GrafanaRequest withPath(String other) {
        return new GrafanaRequest(method, other, query, headers, body);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean upgrades() {
        return header("upgrade").equalsIgnoreCase("websocket");
    }

    /** Returns the body as an object; empty where it is none, or was not sent as JSON. */
    Optional<JsonObject> json() {
        if (!header("content-type").startsWith("application/json")) {
            return Optional.empty();
        }
        try {
            return JsonValue.parse(new String(body, StandardCharsets.UTF_8)) instanceof JsonObject object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
