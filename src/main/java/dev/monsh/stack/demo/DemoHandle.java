package dev.monsh.stack.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A running demo.
 *
 * @param folder where its files are
 * @param promtailFile names the workers' log files with their {@code service} labels; Promtail itself may not run
 * @param since when it was started
 * @param alreadyRunning whether it ran before it was asked for
 */
public record DemoHandle(
        URI prometheusUrl,
        URI exporterUrl,
        Path folder,
        Path promtailFile,
        List<DemoWorker> workers,
        Instant since,
        boolean alreadyRunning) {

    public DemoHandle {
        workers = List.copyOf(workers);
    }
}
