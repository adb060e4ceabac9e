package dev.monsh.testing.gateway;

import dev.monsh.testing.Needed;
import dev.monsh.testing.RealPrometheus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A box behind the gateway, on an address of loopback of its own: a real Prometheus on 9090, and on 3100 what answers an
 * upgrade and a push as Loki does.
 */
public final class LabBox implements AutoCloseable {

    private static final int PROMETHEUS = 9090;
    private static final int LOKI = 3100;

    private final String address;
    private final Process prometheus;
    private final ServerSocket loki;
    private final Thread atExit = new Thread(this::end, "end of the box");

    private LabBox(Path program, String address, Path folder) throws IOException {
        this.address = address;
        Path configuration =
                LabFiles.write(folder.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s}
                scrape_configs:
                  - job_name: prometheus
                    static_configs: [{targets: ["ADDRESS:9090"]}]
                """.replace("ADDRESS", address), "rw-r--r--");
        this.loki = new ServerSocket();
        loki.bind(new InetSocketAddress(address, LOKI));
        this.prometheus = new ProcessBuilder(
                        program.toString(),
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=" + address + ":" + PROMETHEUS)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(atExit);
        Thread.ofVirtual().start(this::answer);
        LabFiles.await(
                "Prometheus",
                Duration.ofSeconds(30),
                () -> status(PROMETHEUS, "GET", "/-/ready", "").equals("200"));
    }

    /** Starts a box; skips the test where no Prometheus is installed, but fails it on CI. */
    public static LabBox start(Path folder) {
        Optional<Path> program = RealPrometheus.find("prometheus");
        long pid = ProcessHandle.current().pid();
        String address = "127.77." + pid / 250 % 250 + "." + (pid % 250 + 1);
        boolean possible = program.isPresent() && isFree(address, PROMETHEUS) && isFree(address, LOKI);
        String need = "the box behind the gateway needs prometheus, and the ports 9090 and 3100 of " + address;
        Needed.here(possible, need);
        try {
            return new LabBox(program.orElseThrow(), address, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program that listens on all addresses has the port of this one as well. */
    private static boolean isFree(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public String address() {
        return address;
    }

    /** Returns the status of an answer on a port of the gateway; empty where the connection is closed without one. */
    public static String gateway(int port, String method, String path, String headers) {
        return status(InetAddress.getLoopbackAddress().getHostAddress(), port, method, path, headers);
    }

    private String status(int port, String method, String path, String headers) {
        return status(address, port, method, path, headers);
    }

    private static String status(String host, int port, String method, String path, String headers) {
        try (Socket socket = new Socket(host, port)) {
            socket.setSoTimeout(8000);
            String request = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n"
                    + (headers.contains("Connection") ? headers : headers + "Connection: close\r\n") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String line = head(socket.getInputStream());
            return line.isEmpty() ? "" : line.split(" ")[1];
        } catch (IOException e) {
            return "";
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    /** Loki answers an upgrade with 101 only where all of its headers come over HTTP/1.1, and an empty push with 204. */
    private void answer() {
        while (!loki.isClosed()) {
            try (Socket socket = loki.accept()) {
                String head = head(socket.getInputStream());
                boolean upgrade = head.contains(" HTTP/1.1\r\n")
                        && head.contains("Upgrade: websocket")
                        && head.contains("Connection: upgrade");
                String status = head.startsWith("POST /loki/api/v1/push")
                        ? "204 No Content"
                        : head.contains("/tail") ? upgrade ? "101 Switching Protocols" : "400 Bad Request" : "200 OK";
                String headers = upgrade ? "Upgrade: websocket\r\nConnection: Upgrade\r\n" : "Content-Length: 0\r\n";
                socket.getOutputStream()
                        .write(("HTTP/1.1 " + status + "\r\n" + headers + "\r\n").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // a client has hung up, or the test is over
            }
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        end();
    }

    private void end() {
        try {
            loki.close();
            prometheus.destroy();
            if (!prometheus.waitFor(5, TimeUnit.SECONDS)) {
                prometheus.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
