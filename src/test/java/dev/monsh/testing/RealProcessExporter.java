package dev.monsh.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real process-exporter: started for one question, asked, and killed. */
public final class RealProcessExporter {

    private static final Pattern COUNT =
            Pattern.compile("namedprocess_namegroup_num_procs\\{groupname=\"((?:[^\"\\\\]|\\\\.)*)\"\\} (\\S+)");
    private static final long PATIENCE_MILLIS = 20_000;

    private final String binary;
    /** Ports are handed out in turn, so that two programs of one test run never want the same. */
    private final AtomicInteger nextPort =
            new AtomicInteger(20_000 + (int) (ProcessHandle.current().pid() % 5000));

    private RealProcessExporter(String binary) {
        this.binary = binary;
    }

    /**
     * Finds the binary: system property {@code monsh.it.process-exporter}, or its usual names in the folders of
     * {@code monsh.it.path} and on PATH.
     */
    public static Optional<RealProcessExporter> find() {
        List<String> candidates = new ArrayList<>();
        Optional.ofNullable(System.getProperty("monsh.it.process-exporter")).ifPresent(candidates::add);
        String extra = System.getProperty("monsh.it.path", System.getenv().getOrDefault("MONSH_IT_PATH", ""));
        String path = extra + File.pathSeparator + System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator)) {
            candidates.add(folder + "/prometheus-process-exporter");
            candidates.add(folder + "/process-exporter");
        }
        return candidates.stream()
                .filter(candidate -> Files.isExecutable(Path.of(candidate)))
                .findFirst()
                .map(RealProcessExporter::new);
    }

    /**
     * What it said.
     *
     * @param counts processes by group; empty where it refused
     * @param refusal its last words, where it did not start
     */
    public record Answer(Map<String, Integer> counts, Optional<String> refusal) {}

    /** Starts it on a configuration and a /proc, reads its groups, and ends it. */
    public Answer ask(Path config, Path procfs, boolean children) {
        try {
            return askOnce(config, procfs, children);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer askOnce(Path config, Path procfs, boolean children) throws IOException {
        int port = freePort();
        Path log = Files.createTempFile("process-exporter", ".log");
        Process process = new ProcessBuilder(
                        binary,
                        "-config.path=" + config,
                        "-procfs=" + procfs,
                        "-web.listen-address=127.0.0.1:" + port,
                        "-threads=false",
                        "-gather-smaps=false",
                        "-children=" + children)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            Optional<String> metrics = metrics(process, port);
            String said = Files.readString(log, StandardCharsets.ISO_8859_1);
            if (metrics.isEmpty() && said.contains("address already in use")) {
                return askOnce(config, procfs, children);
            }
            return metrics.map(text -> new Answer(counts(text), Optional.empty()))
                    .orElseGet(() -> new Answer(Map.of(), Optional.of(said)));
        } finally {
            process.destroyForcibly();
            Files.delete(log);
        }
    }

    private int freePort() throws IOException {
        while (true) {
            try (ServerSocket socket =
                    new ServerSocket(nextPort.getAndIncrement(), 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException _) {
                continue;
            }
        }
    }

    /** Waits for the metrics; empty when the program ended before it listened. */
    private static Optional<String> metrics(Process process, int port) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                return Optional.empty();
            }
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream()
                        .write("GET /metrics HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                return Optional.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            } catch (SocketException _) {
                pause();
            }
        }
        throw new IOException("process-exporter did not listen within " + PATIENCE_MILLIS + " ms");
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Integer> counts(String metrics) {
        if (!metrics.startsWith("HTTP/1.0 200") && !metrics.startsWith("HTTP/1.1 200")) {
            throw new IllegalStateException(
                    "process-exporter answered " + metrics.lines().limit(20).toList());
        }
        Map<String, Integer> counts = new TreeMap<>();
        Matcher line = COUNT.matcher(metrics);
        while (line.find()) {
            counts.put(unescaped(line.group(1)), (int) Double.parseDouble(line.group(2)));
        }
        return counts;
    }

    private static String unescaped(String label) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (c == '\\') {
                i++;
                text.append(label.charAt(i) == 'n' ? '\n' : label.charAt(i));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
