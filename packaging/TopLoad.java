import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Measures {@code monsh top} as a user has it: at a terminal of 110x40, on a box with 300 processes in 40 groups.
 *
 * <p>{@code java packaging/TopLoad.java [MONSH [SECONDS [KEYS]]]}: the program (default {@code monsh}), for how many seconds it
 * is watched at rest (60), and how many keys are pressed while 2,000 log lines a second arrive (300). All that it starts, it
 * ends again.
 */
final class TopLoad implements AutoCloseable {

    private static final int GROUPS = 40;
    private static final int PROCESSES = 300;
    private static final int LINES_A_SECOND = 2000;

    /** Once the classes are loaded and the compiler is done with the first of them. */
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    /** A word of the help that nothing else on the screen has. */
    private static final String IN_THE_HELP = "hide";

    private final Path folder;
    private final List<Process> workers = new ArrayList<>();
    private final Process terminal;
    private final long startNanos;
    private final StringBuilder written = new StringBuilder();
    private long bytes;

    private TopLoad(String program) throws IOException {
        folder = Files.createTempDirectory("monsh-top-load");
        startWorkers();
        configure();
        String call = "stty rows 40 cols 110; exec " + program + " --config " + folder.resolve("config.yml") + " top";
        startNanos = System.nanoTime();
        terminal = new ProcessBuilder("script", "-qfec", call, "/dev/null").start();
        Thread.ofPlatform().daemon().start(this::read);
    }

    private void startWorkers() throws IOException {
        Path sleep = Path.of("/bin/sleep").toRealPath();
        for (int i = 0; i < PROCESSES; i++) {
            Path link = folder.resolve("worker_%02d_stream%d".formatted(i % GROUPS, i / GROUPS));
            Files.createSymbolicLink(link, sleep);
            workers.add(new ProcessBuilder(link.toString(), "86400").start());
        }
    }

    private void configure() throws IOException {
        Path stack = Files.createDirectories(folder.resolve("stack"));
        Files.createDirectories(stack.resolve("process-exporter"));
        Files.createDirectories(stack.resolve("promtail"));
        Files.writeString(stack.resolve("process-exporter/config.yml"), """
                process_names:
                  - name: "worker-{{.Matches.N}}"
                    cmdline: ['worker_(?P<N>\\d+)_stream\\d+']
                """);
        Files.writeString(stack.resolve("promtail/promtail.yml"), """
                clients: [{url: "http://127.0.0.1:1/loki/api/v1/push"}]
                scrape_configs:
                  - job_name: worker
                    static_configs:
                      - targets: [localhost]
                        labels: {service: worker, __path__: "%s"}
                """.formatted(log()));
        Files.writeString(log(), Instant.now() + " INFO first line\n");
        Files.writeString(folder.resolve("config.yml"), """
                current: load
                boxes:
                  load: {stack: "%s", prometheus: {url: "http://127.0.0.1:1"}}
                """.formatted(stack));
    }

    private Path log() {
        return folder.resolve("worker.log");
    }

    private void read() {
        byte[] buffer = new byte[65_536];
        try (InputStream in = terminal.getInputStream()) {
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                synchronized (written) {
                    bytes += count;
                    written.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
                    written.notifyAll();
                }
            }
        } catch (IOException e) {
            // the program has ended
        }
    }

    /** Waits for a text after a place in what was written, and returns the time at which it was there. */
    private long await(String text, int from) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        synchronized (written) {
            while (written.indexOf(text, from) < 0) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("waited in vain for " + text);
                }
                written.wait(1000);
            }
            return System.nanoTime();
        }
    }

    private int length() {
        synchronized (written) {
            return written.length();
        }
    }

    private long bytes() {
        synchronized (written) {
            return bytes;
        }
    }

    private void press(char key) throws IOException {
        OutputStream keyboard = terminal.getOutputStream();
        keyboard.write(key);
        keyboard.flush();
    }

    private long program() {
        try (Stream<ProcessHandle> all = terminal.descendants()) {
            return all.filter(each -> each.info().command().orElse("").endsWith("/java"))
                    .findFirst()
                    .orElseThrow()
                    .pid();
        }
    }

    /** Returns the processor time so far, in hundredths of a second (USER_HZ). */
    private static long ticks(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private static String resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .map(line -> line.replaceAll("\\D+", ""))
                .map(kib -> Long.parseLong(kib) / 1024 + " MiB")
                .findFirst()
                .orElse("?");
    }

    private void measure(int seconds, int keys) throws Exception {
        // the first cell of all that is written is the box's name
        say("first screen after", millis(await("load", 0) - startNanos) + " ms");
        say("groups after", millis(await("worker-", 0) - startNanos) + " ms");
        Thread.sleep(WARM_UP);
        long pid = program();
        rest(pid, seconds);
        keys(keys);
        say("resident after it", resident(pid));
        press('q');
        terminal.waitFor();
    }

    private void rest(long pid, int seconds) throws Exception {
        long ticks = ticks(pid);
        long before = bytes();
        long begun = System.nanoTime();
        Thread.sleep(Duration.ofSeconds(seconds));
        double took = (System.nanoTime() - begun) / 1e9;
        say("processor at rest", String.format(Locale.ROOT, "%.2f %% of a core", (ticks(pid) - ticks) / took));
        say("to the terminal at rest", String.format(Locale.ROOT, "%.0f bytes/s", (bytes() - before) / took));
        say("resident at rest", resident(pid));
    }

    private void keys(int count) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().daemon().start(() -> writeLines(over));
        Thread.sleep(3000);
        long[] nanos = new long[count];
        Random random = new Random(7);
        long begun = System.nanoTime();
        long before = bytes();
        for (int i = 0; i < count; i++) {
            int from = length();
            long pressed = System.nanoTime();
            press('?');
            nanos[i] = await(IN_THE_HELP, from) - pressed;
            press('?');
            Thread.sleep(150 + random.nextInt(200));
        }
        double took = (System.nanoTime() - begun) / 1e9;
        over.set(true);
        writer.join();
        Arrays.sort(nanos);
        say("key to frame, median", millis(nanos[count / 2]) + " ms");
        say("key to frame, 99th percentile", millis(nanos[count * 99 / 100]) + " ms");
        say("to the terminal meanwhile", String.format(Locale.ROOT, "%.0f bytes/s", (bytes() - before) / took));
    }

    private void writeLines(AtomicBoolean over) {
        try (Writer file = Files.newBufferedWriter(log(), java.nio.file.StandardOpenOption.APPEND)) {
            for (long i = 0; !over.get(); i++) {
                for (int line = 0; line < LINES_A_SECOND / 20; line++) {
                    file.write(Instant.now() + " INFO frame " + i + "." + line + ": 3 objects, 27 ms\n");
                }
                file.flush();
                Thread.sleep(50);
            }
        } catch (IOException | InterruptedException e) {
            System.err.println("the writer has ended: " + e);
        }
    }

    private static long millis(long nanos) {
        return Math.round(nanos / 1e6);
    }

    private static void say(String what, String value) {
        System.out.printf("%-32s %s%n", what, value);
    }

    @Override
    public void close() throws IOException {
        terminal.descendants().forEach(ProcessHandle::destroyForcibly);
        terminal.destroyForcibly();
        workers.forEach(Process::destroyForcibly);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    public static void main(String[] words) throws Exception {
        String program = words.length > 0 ? words[0] : "monsh";
        try (TopLoad load = new TopLoad(program)) {
            load.measure(
                    words.length > 1 ? Integer.parseInt(words[1]) : 60,
                    words.length > 2 ? Integer.parseInt(words[2]) : 300);
        }
    }
}
