package dev.monsh.testing.docker;

import dev.monsh.testing.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The manual's stack in a folder of a test, unchanged but for its published ports, which are free ones of the loopback, and
 * its logs, which are in {@code logs} beside the Compose file. Closing takes its containers, network and volume away.
 *
 * @param folder where docker-compose.yml is
 * @param ports the published port of each service, by the service's name
 */
public record LabStack(DockerLab lab, Path folder, Map<String, Integer> ports) implements AutoCloseable {

    private static final String MANUAL_LOGS = "/root/ai-agent-service/ai-agent-service/logs";

    private static final Map<String, Integer> MANUAL_PORTS =
            Map.of("prometheus", 9090, "loki", 3100, "promtail", 9080, "process_exporter", 9256);

    private static final Map<String, String> READY =
            Map.of("prometheus", "/-/ready", "loki", "/ready", "promtail", "/ready", "process_exporter", "/metrics");

    /** Writes the stack's files into a folder; nothing is started. */
    public static LabStack write(DockerLab lab, Path folder) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        MANUAL_PORTS.keySet().stream().sorted().forEach(service -> ports.put(service, DockerLab.freePort()));
        LabStack stack = new LabStack(lab, folder, ports);
        try {
            Files.createDirectories(folder.resolve("logs"));
            stack.copyFiles();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stack;
    }

    private void copyFiles() throws IOException {
        Path manual = LabFiles.manualStack();
        try (Stream<Path> files = Files.walk(manual)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(manual.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling("."));
                Files.writeString(copy, adapted(Files.readString(file)));
            }
        }
    }

    private String adapted(String text) {
        String adapted = text.replace(MANUAL_LOGS, folder.resolve("logs").toString());
        for (Map.Entry<String, Integer> port : ports.entrySet()) {
            int published = MANUAL_PORTS.getOrDefault(port.getKey(), 0);
            adapted = adapted.replace(
                    "\"" + published + ":" + published + "\"",
                    "\"127.0.0.1:" + port.getValue() + ":" + published + "\"");
        }
        return adapted;
    }

    /** Returns the URL of a service, as {@code http://127.0.0.1:PORT}. */
    public String url(String service) {
        return "http://127.0.0.1:" + ports.get(service);
    }

    /** Runs {@code docker compose} here, whatever comes of it. */
    public Ended compose(String... words) {
        return lab.compose(folder, words);
    }

    /** Starts it and waits until each service says that it is ready. */
    public void up(Duration patience) {
        Ended ended = compose("up", "-d");
        if (ended.code() != 0) {
            throw new AssertionError(ended.toString());
        }
        Instant end = Instant.now().plus(patience);
        List<String> services = List.copyOf(ports.keySet());
        for (String service : services) {
            while (!ready(service)) {
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError(service + " is not ready\n" + compose("logs", service));
                }
                pause();
            }
        }
    }

    /** Returns whether a service says that it is ready. */
    public boolean ready(String service) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url(service) + READY.get(service)))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        compose("down", "--volumes", "--timeout", "5");
    }
}
