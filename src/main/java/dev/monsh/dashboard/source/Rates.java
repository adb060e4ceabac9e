package dev.monsh.dashboard.source;

import dev.monsh.dashboard.state.LogRate;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.logs.files.LogFiles;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the services log: as Loki counts it or, where none answers, counted from the files. For one thread. */
final class Rates implements AutoCloseable {

    private final Optional<LokiRates> loki;
    private final BoxSources sources;
    private final InstantSource clock;
    private Optional<FileRates> files = Optional.empty();
    private volatile Runnable stop = () -> {};

    Rates(BoxSources sources, InstantSource clock) {
        this.sources = sources;
        this.clock = clock;
        this.loki = sources.loki().map(LokiRates::new);
    }

    Map<String, LogRate> read() {
        if (loki.isEmpty()) {
            return fromFiles(new UnreachableException("log", "no Loki is configured, and no files were found"));
        }
        try {
            return loki.get().read(clock.instant());
        } catch (UnreachableException e) {
            return fromFiles(e);
        }
    }

    private Map<String, LogRate> fromFiles(UnreachableException otherwise) {
        if (files.isEmpty()) {
            LogFiles found = sources.files().flatMap(Supplier::get).orElseThrow(() -> otherwise);
            FileRates counting = new FileRates(found, clock.millis());
            LogFiles.Tail tail = found.tail();
            stop = tail::stop;
            Thread.ofPlatform().daemon().name("monsh-top-files").start(() -> count(tail, counting));
            files = Optional.of(counting);
        }
        return files.get().read(clock.millis());
    }

    private static void count(LogFiles.Tail tail, FileRates counting) {
        try {
            tail.run(LogLabels.ANY, counting);
        } catch (MonshException e) {
            // a file that can't be read is reported where its lines are followed
        }
    }

    @Override
    public void close() {
        stop.run();
    }
}
