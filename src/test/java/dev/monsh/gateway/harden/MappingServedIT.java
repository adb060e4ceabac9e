package dev.monsh.gateway.harden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.monsh.box.TailnetAddress;
import dev.monsh.gateway.map.MappingEditor;
import dev.monsh.gateway.map.MappingRoundTripTest;
import dev.monsh.gateway.map.NewMapping;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.Sites;
import dev.monsh.testing.NginxCorpus;
import dev.monsh.testing.RealNginx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What monsh writes, taken and served by the real nginx. */
class MappingServedIT {

    @TempDir
    private Path folder;

    @Test
    void nginx_accepts_every_file_of_the_corpus_after_add_and_after_harden() throws Exception {
        RealNginx nginx = RealNginx.in(folder);
        List<String> refused = new ArrayList<>();
        for (NginxCorpus.Sample sample : MappingRoundTripTest.files().toList()) {
            GatewaySite site = Sites.of(sample.bytes());
            byte[] added = new MappingEditor(site)
                    .add(new NewMapping(
                            "b", TailnetAddress.parse("ip", "127.0.0.9"), Optional.of(19_500), Optional.of(19_501)))
                    .after()
                    .bytes();
            byte[] hardened =
                    Hardening.of(Sites.of(added), HardenOptions.NONE).after().bytes();
            for (byte[] each : List.of(added, hardened)) {
                RealNginx.Verdict verdict = nginx.test(each);
                if (!verdict.accepted()) {
                    refused.add(sample + ": " + verdict);
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void a_hardened_mapping_answers_queries_passes_live_tail_and_refuses_to_write() throws Exception {
        RealNginx nginx = RealNginx.in(folder);
        try (ServerSocket box = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(box));
            int port = freePort();
            String site = "# Loki\nserver {\n    listen 127.0.0.1:" + port
                    + ";\n    server_name gw.example;\n    location / {\n        proxy_pass http://127.0.0.1:"
                    + box.getLocalPort() + ";\n    }\n}\n";
            String hardened = Sites.text(Hardening.of(Sites.of(site), HardenOptions.NONE));
            Process running = nginx.run("http { " + hardened + " }\n");
            try {
                await().atMost(Duration.ofSeconds(10))
                        .ignoreExceptions()
                        .until(() ->
                                status(port, "GET", "/ready", "gw.example", "").equals("200"));
                assertThat(status(port, "GET", "/loki/api/v1/query_range?query=x", "gw.example", ""))
                        .isEqualTo("200");
                assertThat(status(
                                port,
                                "GET",
                                "/loki/api/v1/tail",
                                "gw.example",
                                "Upgrade: websocket\r\nConnection: Upgrade\r\n"))
                        .isEqualTo("101");
                assertThat(status(port, "POST", "/loki/api/v1/push", "gw.example", "Content-Length: 0\r\n"))
                        .isEqualTo("403");
                assertThat(status(port, "GET", "/config", "gw.example", "")).isEqualTo("403");
                assertThat(status(port, "GET", "/ready", "other.example", "")).isEmpty();
            } finally {
                running.destroy();
                running.waitFor();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Returns the status of the answer; empty where the connection is closed without one. */
    private static String status(int port, String method, String path, String host, String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5000);
            String request = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n"
                    + (headers.contains("Connection") ? headers : headers + "Connection: close\r\n") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String line = head(socket.getInputStream());
            return line.isEmpty() ? "" : line.split(" ")[1];
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                break;
            }
            head.write(c);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    /** A Loki that answers an upgrade like the real one: with 101 only where all of its headers come over HTTP/1.1. */
    private static void answer(ServerSocket box) {
        try {
            while (true) {
                try (Socket socket = box.accept()) {
                    String head = head(socket.getInputStream());
                    boolean upgrade = head.contains(" HTTP/1.1\r\n")
                            && head.contains("Upgrade: websocket")
                            && head.contains("Connection: upgrade");
                    String status =
                            head.contains("/tail") ? upgrade ? "101 Switching Protocols" : "400 Bad Request" : "200 OK";
                    String headers =
                            upgrade ? "Upgrade: websocket\r\nConnection: Upgrade\r\n" : "Content-Length: 0\r\n";
                    socket.getOutputStream()
                            .write(("HTTP/1.1 " + status + "\r\n" + headers + "\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException e) {
            // the test has closed the socket
        }
    }
}
