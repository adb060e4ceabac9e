package dev.monsh.gateway.host;

import dev.monsh.box.SecretValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a port over HTTP: a public port from here, or a box's port from the gateway. */
@FunctionalInterface
public interface PortProbe {

    /** What is asked. None of these changes anything, whoever lets it through. */
    enum Request {
        /** Whether Loki, or whatever it is, answers. A path that our blocks let pass to Loki. */
        READY("GET /ready HTTP/1.1", ""),
        /** Whether Prometheus answers; our blocks let no other such path pass to it. */
        PROMETHEUS_READY("GET /-/ready HTTP/1.1", ""),
        /** Whether a WebSocket can be opened, as live tail does (RFC 6455, 4.1). */
        UPGRADE(
                "GET /loki/api/v1/tail?query=%7Bjob%3D%22monsh-check%22%7D HTTP/1.1",
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: bW9uc2ggY2hlY2tzIHRhaWw=\r\n"),
        /** Whether a push would be let through: one with an empty body, which stores nothing. */
        PUSH("POST /loki/api/v1/push HTTP/1.1", "Content-Type: application/json\r\nContent-Length: 0\r\n"),
        /** Whether a remote write would be let through: one with an empty body, which Prometheus rejects. */
        REMOTE_WRITE("POST /api/v1/write HTTP/1.1", "Content-Type: application/x-protobuf\r\nContent-Length: 0\r\n"),
        /** Whether what stops Loki would be let through: GET only shows whether a shutdown is prepared. */
        PREPARE_SHUTDOWN("GET /ingester/prepare_shutdown HTTP/1.1", "");

        private final String line;
        private final String headers;

        Request(String line, String headers) {
            this.line = line;
            this.headers = headers;
        }

        /** Returns whether it asks for a refusal, so that it matters who refuses. */
        public boolean wantsRefusal() {
            return this == PUSH || this == REMOTE_WRITE || this == PREPARE_SHUTDOWN;
        }

        /** Returns the request's bytes as text, all of them ASCII. */
        private String text(String host, int port, String more) {
            String connection = this == UPGRADE ? "" : "Connection: close\r\n";
            String name = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
            return line + "\r\nHost: " + name.replaceAll("[^\\x21-\\x7e]", "") + ":" + port + "\r\n" + connection + more
                    + headers + "\r\n";
        }
    }

    /**
     * One question to a port.
     *
     * @param hostName what stands in the Host header; empty for the host that is connected to
     * @param login the credentials of basic authentication, {@code USER:PASSWORD}; never shown
     * @param encrypted whether the port speaks TLS
     */
    record Question(Request request, Optional<String> hostName, Optional<SecretValue> login, boolean encrypted) {

        /** A question in clear text without a password. */
        public Question(Request request, Optional<String> hostName) {
            this(request, hostName, Optional.empty(), false);
        }

        /** Returns the request's bytes as text, all of them ASCII, for a host that is connected to. */
        public String text(String host, int port) {
            String authorization = login.map(secret -> "Authorization: Basic "
                            + Base64.getEncoder()
                                    .encodeToString(new String(secret.chars()).getBytes(StandardCharsets.UTF_8))
                            + "\r\n")
                    .orElse("");
            return request.text(hostName.orElse(host), port, authorization);
        }
    }

    /** What a port said. */
    sealed interface Answer {

        /** The longest line that {@link #of} needs to see. */
        int STATUS_LINE = 64;

        /** As much of an answer as shows whose it is. */
        int LONGEST = 4096;

        /** nginx answered, or what is behind it. */
        record Answered(int status) implements Answer {}

        /** nginx itself refused: the page is its own. */
        record Refused(int status) implements Answer {}

        /** nginx answered that what is behind it does not (502, 504), or the service that it is not ready (503). */
        record NothingBehind(int status) implements Answer {}

        /** Nothing answered. */
        record Silent(String reason) implements Answer {}

        /** The question could not be put. */
        record Unasked(String reason) implements Answer {}

        /**
         * Reads and judges an answer to a question.
         *
         * @throws IOException where the connection breaks
         */
        static Answer read(Request request, InputStream in) throws IOException {
            int most = request.wantsRefusal() ? LONGEST : STATUS_LINE;
            StringBuilder text = new StringBuilder();
            for (int next = in.read(); next >= 0 && text.length() < most; next = in.read()) {
                if (next < ' ' && !request.wantsRefusal()) {
                    break;
                }
                text.append((char) next);
            }
            String whole = text.toString();
            Answer answer = of(whole.lines().findFirst().orElse(""));
            boolean ofNginx = whole.contains("<center>nginx") || whole.contains("<center>openresty");
            return answer instanceof Answered(int status) && request.wantsRefusal() && status >= 400 && ofNginx
                    ? new Refused(status)
                    : answer;
        }

        /** Judges the first line of an answer; empty where the other end hung up. */
        static Answer of(String line) {
            Matcher status = Pattern.compile("HTTP/1\\.[01] (\\d{3}).*").matcher(line);
            if (!status.matches()) {
                return new Silent(
                        line.isEmpty() ? "it closes the connection without an answer" : "it does not speak HTTP");
            }
            int code = Integer.parseInt(status.group(1));
            return code >= 502 && code <= 504 ? new NothingBehind(code) : new Answered(code);
        }

        /** Returns it in a few words. */
        default String words() {
            return switch (this) {
                case Answered(int status) -> String.format(Locale.ROOT, "answers %d", status);
                case Refused(int status) -> String.format(Locale.ROOT, "answers %d", status);
                case NothingBehind(int status) ->
                    String.format(
                            Locale.ROOT,
                            status == 503
                                    ? "answers %d: the target is not ready"
                                    : "answers %d: the target does not answer",
                            status);
                case Silent(String reason) -> reason;
                case Unasked(String reason) -> reason;
            };
        }
    }

    /** Sends one request, and waits some seconds for its answer; never throws. */
    Answer ask(String host, int port, Question question);

    /** Sends a request under the name of the host that is connected to. */
    default Answer ask(String host, int port, Request request) {
        return ask(host, port, new Question(request, Optional.empty()));
    }
}
