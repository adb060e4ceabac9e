package dev.monsh.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** A box for the dashboard: a rule, a worker that it takes, and the worker's log file, all on this machine. */
public final class TopBox implements AutoCloseable {

    /** The group of the worker. */
    public static final String GROUP = "topcheck-stream07";

    /** The address of a server that is away. */
    public static final String NOWHERE = "http://127.0.0.1:1";

    private final Path folder;
    private final Path stack;
    private final Path log;
    private final Launched monsh;
    private SampleWorker worker;

    /** Makes one whose servers have these addresses. */
    public TopBox(Path folder, String prometheus, String loki) {
        this.folder = folder;
        this.stack = folder.resolve("stack");
        this.log = stack.resolve("topcheck.log");
        this.monsh = Launched.in(folder);
        write("process-exporter/config.yml", """
                process_names:
                  - name: "{{.Matches.App}}-{{.Matches.Stream}}"
                    comm: [uvicorn]
                    cmdline: ['(?P<App>topcheck)_(?P<Stream>stream\\d+)']
                """);
        write("promtail/promtail.yml", """
                clients: [{url: "http://127.0.0.1:1/loki/api/v1/push"}]
                scrape_configs:
                  - job_name: topcheck
                    static_configs:
                      - targets: [localhost]
                        labels: {service: topcheck, __path__: "%s"}
                """.formatted(log));
        write("topcheck.log", Instant.now() + " INFO first line\n");
        monsh.configuration("""
                current: odk04
                boxes:
                  odk04: {stack: "%s", prometheus: {url: "%s"}, loki: {url: "%s"}}
                  away: {prometheus: {url: "%s"}}
                """.formatted(stack, prometheus, loki, NOWHERE));
        this.worker = SampleWorker.start(folder, "topcheck_stream07");
    }

    private void write(String name, String text) {
        try {
            Path file = stack.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Launched monsh() {
        return monsh;
    }

    /** Appends a line to the worker's log. */
    public void log(String text) {
        try {
            Files.writeString(log, Instant.now() + " " + text + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the worker. */
    public void killWorker() {
        worker.close();
    }

    /** Starts it again. */
    public void startWorker() {
        worker = SampleWorker.start(folder, "topcheck_stream07");
    }

    @Override
    public void close() {
        worker.close();
    }
}
