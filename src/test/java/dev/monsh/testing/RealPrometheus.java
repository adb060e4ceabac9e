package dev.monsh.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Prometheus that scrapes itself, a real process-exporter and {@link FakeMetrics}, all on loopback ports. */
public final class RealPrometheus implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final FakeMetrics fake;
    private final ChildProcess exporter;
    private final Path log;
    private final List<String> command;
    private ChildProcess prometheus;
    private final String url;
    private final HttpClient client = HttpClient.newHttpClient();

    private RealPrometheus(Path folder, Path prometheusProgram, Path exporterProgram) throws IOException {
        this.fake = FakeMetrics.start();
        String exporterAddress = "127.0.0.1:" + freePort();
        String address = "127.0.0.1:" + freePort();
        this.url = "http://" + address;
        Path names = Files.writeString(folder.resolve("names.yml"), """
                process_names:
                  - name: "{{.Comm}}"
                    cmdline: ['.+']
                """);
        this.exporter = ChildProcess.start(
                folder.resolve("exporter.log"),
                exporterProgram.toString(),
                "-config.path=" + names,
                "-web.listen-address=" + exporterAddress);
        Files.writeString(folder.resolve("rules.yml"), RULES);
        Path configuration = Files.writeString(
                folder.resolve("prometheus.yml"),
                CONFIGURATION
                        .replace("SELF", address)
                        .replace("EXPORTER", exporterAddress)
                        .replace("FAKE", fake.address()));
        this.log = folder.resolve("prometheus.log");
        this.command = List.of(
                prometheusProgram.toString(),
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=" + address,
                "--enable-feature=native-histograms");
        this.prometheus = ChildProcess.start(log, command);
    }

    private static final String CONFIGURATION = """
            global:
              scrape_interval: 1s
              evaluation_interval: 1s
            rule_files: [rules.yml]
            scrape_configs:
              - job_name: prometheus
                static_configs: [{targets: ["SELF"]}]
              - job_name: process-exporter
                static_configs: [{targets: ["EXPORTER"]}]
              - job_name: fake
                static_configs: [{targets: ["FAKE"]}]
              - job_name: native
                metrics_path: /native
                static_configs: [{targets: ["FAKE"]}]
              - job_name: nobody
                static_configs: [{targets: ["127.0.0.1:1"]}]
            """;

    private static final String RULES = """
            groups:
              - name: sample
                rules:
                  - record: job:up:sum
                    expr: sum by (job) (up)
                  - alert: TargetDown
                    expr: up == 0
                    labels: {severity: page}
                    annotations: {summary: "{{ $labels.instance }} is down"}
                  - alert: NotYet
                    expr: vector(1)
                    for: 1h
                  - alert: Never
                    expr: up == 2
            """;

    /** Starts it and waits until everything was scraped often enough for a rate; empty when a program is missing. */
    public static Optional<RealPrometheus> start(Path folder) throws IOException {
        Optional<Path> prometheus = find("prometheus");
        Optional<Path> exporter = find("prometheus-process-exporter").or(() -> find("process-exporter"));
        if (prometheus.isEmpty() || exporter.isEmpty()) {
            return Optional.empty();
        }
        RealPrometheus started = new RealPrometheus(folder, prometheus.get(), exporter.get());
        try {
            started.awaitSeries();
            return Optional.of(started);
        } catch (Throwable e) {
            started.close();
            throw e;
        }
    }

    /** Returns a program of the servers, from {@code monsh.it.path} or PATH. */
    public static Optional<Path> find(String program) {
        String extra = System.getProperty("monsh.it.path", System.getenv().getOrDefault("MONSH_IT_PATH", ""));
        return Stream.of((extra + ":" + System.getenv("PATH")).split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public String url() {
        return url;
    }

    /** Ends it as a lack of memory does; what it has stored stays. */
    public void kill() {
        prometheus.kill();
    }

    /** Starts it again on the same port after {@link #kill()}. */
    public void comeBack() {
        prometheus = ChildProcess.start(log, command);
        awaitSeries();
    }

    /** Returns the address of process-exporter, Prometheus and the like as its label {@code instance} has it. */
    public String address() {
        return url.substring("http://".length());
    }

    /** Returns host and port of the target with the odd labels. */
    public String fakeAddress() {
        return fake.address();
    }

    /** Returns the server's own answer to a form that is sent to a path below {@code /api/v1/}. */
    public String api(String path, String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(namesAndValues[i]).append('=');
            form.append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return send(HttpRequest.newBuilder(URI.create(url + "/api/v1/" + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /** Returns the values of a label as the server's JSON array. */
    public String values(String label) {
        return JsonText.data(send(HttpRequest.newBuilder(URI.create(url + "/api/v1/label/" + label + "/values"))));
    }

    private String send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void awaitSeries() {
        Instant end = Instant.now().plus(PATIENCE);
        for (String expression : new String[] {
            // so long ago, since what was scraped last may still change
            "rate(namedprocess_namegroup_cpu_seconds_total[1m] offset 3s)",
            "quirk",
            "latency",
            "job:up:sum",
            "ALERTS{alertstate=\"firing\"}",
            "ALERTS{alertstate=\"pending\"}"
        }) {
            while (!answers(expression)) {
                String logs = prometheus.log() + exporter.log();
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError("no series of " + expression + "\n" + logs);
                }
                pause();
            }
        }
    }

    private boolean answers(String expression) {
        try {
            return api("query", "query", expression).contains("\"metric\":");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        prometheus.close();
        exporter.close();
        fake.close();
    }
}
