package dev.monsh.testing.gateway;

import dev.monsh.testing.ChildProcess;
import dev.monsh.testing.Needed;
import dev.monsh.testing.RealPrometheus;
import dev.monsh.testing.StandInLoki;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A whole box on an address of loopback of its own: a real Prometheus on 9090 that scrapes a real process-exporter, and on
 * 3100 a Loki that stands in.
 */
public final class WatchedBox implements AutoCloseable {

    private static final int PROMETHEUS = 9090;
    private static final int LOKI = 3100;

    private final String address;
    private final StandInLoki loki = StandInLoki.start();
    private final ServerSocket lokiPort;
    private final ChildProcess exporter;
    private final ChildProcess prometheus;

    private WatchedBox(Path folder, String address, Path prometheusProgram, Path exporterProgram) throws IOException {
        this.address = address;
        String exporterAddress = "127.0.0.1:" + freePort();
        Path names = Files.writeString(
                folder.resolve("names.yml"), "process_names: [{name: '{{.Comm}}', cmdline: ['.+']}]\n");
        this.exporter = ChildProcess.start(
                folder.resolve("exporter.log"),
                exporterProgram.toString(),
                "-config.path=" + names,
                "-web.listen-address=" + exporterAddress);
        Path configuration = Files.writeString(folder.resolve("watched.yml"), """
                global: {scrape_interval: 1s}
                scrape_configs:
                  - job_name: process-exporter
                    static_configs: [{targets: ["EXPORTER"]}]
                """.replace("EXPORTER", exporterAddress));
        this.prometheus = ChildProcess.start(
                folder.resolve("watched.log"),
                prometheusProgram.toString(),
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + folder.resolve("watched-data"),
                "--web.listen-address=" + address + ":" + PROMETHEUS);
        this.lokiPort = new ServerSocket();
        lokiPort.bind(new InetSocketAddress(address, LOKI));
        Thread.ofVirtual().start(this::forward);
    }

    /** Starts a box; skips the test where its programs are missing, but fails it on CI. */
    public static WatchedBox start(Path folder) {
        Optional<Path> prometheus = RealPrometheus.find("prometheus");
        Optional<Path> exporter =
                RealPrometheus.find("prometheus-process-exporter").or(() -> RealPrometheus.find("process-exporter"));
        boolean possible = prometheus.isPresent() && exporter.isPresent();
        String need = "a whole box needs prometheus and prometheus-process-exporter";
        Needed.here(possible, need);
        long pid = ProcessHandle.current().pid();
        try {
            return new WatchedBox(
                    folder,
                    "127.78." + pid / 250 % 250 + "." + (pid % 250 + 1),
                    prometheus.orElseThrow(),
                    exporter.orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the manual's query has an answer: a rate needs two scrapes. */
    public void awaitRate() {
        String url = "http://" + address + ":" + PROMETHEUS
                + "/api/v1/query?query=rate(namedprocess_namegroup_cpu_seconds_total%5B5m%5D)";
        LabFiles.await("a rate", Duration.ofSeconds(60), () -> body(url).contains("\"metric\":"));
    }

    private static String body(String url) {
        try (InputStream in = URI.create(url).toURL().openStream()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    public String address() {
        return address;
    }

    /** Returns the Loki, for its lines. */
    public StandInLoki loki() {
        return loki;
    }

    private void forward() {
        URI target = URI.create(loki.url());
        while (!lokiPort.isClosed()) {
            try {
                Socket client = lokiPort.accept();
                Socket server = new Socket(target.getHost(), target.getPort());
                Thread.ofVirtual().start(() -> copy(client, server));
                Thread.ofVirtual().start(() -> copy(server, client));
            } catch (IOException e) {
                // the test is over
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        try {
            lokiPort.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        loki.close();
        prometheus.close();
        exporter.close();
    }
}
