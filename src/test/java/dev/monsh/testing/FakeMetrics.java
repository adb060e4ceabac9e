package dev.monsh.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A scrape target with what a program could put into its labels: {@code quirk}, one series a value of its label
 * {@code kind}, and {@code latency}, a native histogram.
 */
public final class FakeMetrics implements AutoCloseable {

    /** The values of {@code kind}; the value of the series is the index in the list. */
    public static final List<String> KINDS = List.of(
            "plain",
            "a blank",
            "a \"quoted\" word",
            "it's",
            "back\\slash",
            "$HOME ${x} $(y) `z`",
            "{braces} [and] (more)",
            "-minus",
            "# hash",
            "comma, semicolon; pipe|",
            "ä€日本🙂",
            "line\nfeed",
            "a\ttab",
            "\u001b[31mred\u001b[0m",
            "\u009b31mC1",
            "\u202eright to left",
            "<tag> & more",
            "*?[a-z]~!");

    private final HttpServer server;

    private FakeMetrics(HttpServer server) {
        this.server = server;
    }

    /** Starts it on a free loopback port. */
    public static FakeMetrics start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/metrics", exchange -> answer(exchange, "text/plain; version=0.0.4", quirks()));
            server.createContext(
                    "/native",
                    exchange -> answer(
                            exchange,
                            "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily;"
                                    + " encoding=delimited",
                            NativeHistogramMessage.delimited()));
            server.start();
            return new FakeMetrics(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns host and port. */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static byte[] quirks() {
        StringBuilder text = new StringBuilder("# HELP quirk What labels can hold.\n# TYPE quirk gauge\n");
        for (int i = 0; i < KINDS.size(); i++) {
            String escaped =
                    KINDS.get(i).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            text.append("quirk{kind=\"")
                    .append(escaped)
                    .append("\"} ")
                    .append(i)
                    .append('\n');
        }
        text.append("# TYPE tiny gauge\ntiny 1e-05\n# TYPE endless gauge\nendless +Inf\n");
        text.append("# TYPE unknown gauge\nunknown NaN\n# TYPE exact gauge\nexact 0.1234567890123456\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
