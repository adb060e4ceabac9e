package dev.monsh.testing.grafana;

import dev.monsh.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Grafana asks of the servers behind data sources: its health check, and what it relays. */
final class SourceRelay {

    private static final Set<String> POSTS =
            Set.of("api/v1/query", "api/v1/query_range", "api/v1/series", "api/v1/labels", "api/v1/query_exemplars");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonObject source;
    private final Map<String, String> secrets;

    SourceRelay(JsonObject source, Map<String, String> secrets) {
        this.source = source;
        this.secrets = secrets;
    }

    private boolean isLoki() {
        return source.text("type").equals("loki");
    }

    GrafanaReply health() {
        String name = isLoki() ? "Loki" : "Prometheus";
        String question = isLoki()
                ? "loki/api/v1/query?query=vector(1)%2Bvector(1)&time=4000000000"
                : "api/v1/query?query=1%2B1&time=4";
        String cause;
        try {
            HttpResponse<byte[]> answer = ask("GET", question, new byte[0], Optional.empty());
            if (answer.statusCode() == 200) {
                return GrafanaReply.json(
                        200,
                        JsonObject.EMPTY
                                .with("status", "OK")
                                .with("message", "Successfully queried the " + name + " API."));
            }
            cause = answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            cause = "dial tcp " + URI.create(source.text("url")).getAuthority() + ": connect: connection refused";
        }
        String message = isLoki()
                ? "There was an error returned querying the Loki API.: " + cause
                : cause + " - There was an error returned querying the Prometheus API.";
        return GrafanaReply.json(400, JsonObject.EMPTY.with("status", "ERROR").with("message", message));
    }

    /** Relays a request; {@code path} is what follows the uid. */
    GrafanaReply relay(GrafanaRequest request, String path) {
        boolean reads = request.method().equals("GET");
        if (!reads && (isLoki() || !POSTS.contains(path))) {
            return GrafanaReply.error(
                    403, "non allow-listed POSTs not allowed on proxied " + source.text("type") + " datasource");
        }
        String target = path + (request.query().isEmpty() ? "" : "?" + request.query());
        try {
            HttpResponse<byte[]> answer =
                    ask(request.method(), target, request.body(), Optional.of(request.header("content-type")));
            if (answer.statusCode() == 401) {
                return GrafanaReply.text(400, "", "Authentication to data source failed");
            }
            return new GrafanaReply(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body(),
                    Map.of("Content-Security-Policy", "sandbox"));
        } catch (IOException e) {
            return GrafanaReply.text(502, "", "");
        }
    }

    private HttpResponse<byte[]> ask(String method, String target, byte[] body, Optional<String> type)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + target))
                .timeout(Duration.ofSeconds(10))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        type.filter(each -> !each.isEmpty()).ifPresent(each -> request.header("Content-Type", each));
        headers().forEach(request::header);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    private String base() {
        return source.text("url").replaceFirst("/$", "") + "/";
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        if (source.truth("basicAuth")) {
            String login = source.text("basicAuthUser") + ":" + secrets.getOrDefault("basicAuthPassword", "");
            headers.put(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        }
        return headers;
    }

    /** Hands a WebSocket through, byte for byte, until either end closes. Without an upgrade Loki answers plain HTTP. */
    void tunnel(GrafanaRequest request, String path, boolean upgrade, Socket caller) throws IOException {
        URI url = URI.create(base() + path + "?" + request.query());
        StringBuilder head = new StringBuilder("GET " + url.getRawPath() + "?" + url.getRawQuery()
                + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n");
        request.headers().forEach((name, value) -> {
            boolean handshake = name.startsWith("sec-websocket") || name.equals("upgrade") || name.equals("connection");
            if (handshake && upgrade) {
                head.append(name).append(": ").append(value).append("\r\n");
            }
        });
        headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (!upgrade) {
            head.append("Connection: close\r\n");
        }
        try (Socket server = new Socket(url.getHost(), url.getPort())) {
            server.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            server.getOutputStream().flush();
            Thread back = Thread.ofVirtual().start(() -> copy(server, caller));
            copy(caller, server);
            back.join(1000);
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    private static void copy(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
            to.close();
        } catch (IOException e) {
            // one of the two has gone
        }
    }
}
