package dev.monsh.dashboard.source;

import dev.monsh.dashboard.state.LogTarget;
import dev.monsh.dashboard.state.ShownLine;
import dev.monsh.dashboard.update.Event;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.logs.Direction;
import dev.monsh.logs.Level;
import dev.monsh.logs.LineSink;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.LogQuery;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.TimeRange;
import dev.monsh.logs.files.LogFiles;
import dev.monsh.logs.read.LogReader;
import dev.monsh.logs.read.ReadSettings;
import dev.monsh.logs.tail.LogTail;
import dev.monsh.logs.tail.PositionStore;
import dev.monsh.logs.tail.TailEvent;
import dev.monsh.logs.tail.TailQuery;
import dev.monsh.logs.tail.TailSink;
import dev.monsh.stack.engine.OutputLine;
import dev.monsh.stack.engine.OutputRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Follows the log of one target: from Loki, from the files where there is none or nothing answers, or what a service of the
 * stack prints. One run; another target gets another follower.
 */
final class LogFollower implements AutoCloseable {

    /** Who holds a key down passes many groups; the log of none of them is asked for. */
    private static final Duration UNTIL_CHOSEN = Duration.ofMillis(150);

    /** A Loki that could not be asked is asked again so often; until then the files are read. */
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);

    private static final int FIRST_LINES = 300;
    private static final Duration REACH = Duration.ofHours(1);

    private final BoxSources sources;
    private final LogTarget target;
    private final InstantSource clock;
    private final Consumer<Event> events;
    private final Batch<ShownLine> batch;
    private final Thread thread;
    private volatile Runnable stop = () -> {};
    private volatile boolean closed;

    LogFollower(BoxSources sources, LogTarget target, InstantSource clock, Consumer<Event> events) {
        this.sources = sources;
        this.target = target;
        this.clock = clock;
        this.events = events;
        this.batch = new Batch<>(lines -> events.accept(new Event.LinesCame(target, lines)));
        this.thread = Thread.ofPlatform().daemon().name("monsh-top-log").unstarted(this::run);
    }

    LogFollower start() {
        thread.start();
        return this;
    }

    @Override
    public void close() {
        closed = true;
        stop.run();
        thread.interrupt();
        batch.close();
    }

    private void run() {
        try {
            Thread.sleep(UNTIL_CHOSEN);
            follow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (MonshException e) {
            if (!Thread.currentThread().isInterrupted()) {
                told("", Optional.of(e.what() + ": " + e.why()));
            }
        }
    }

    private void follow() throws InterruptedException {
        switch (target) {
            case LogTarget.Labelled(String service) -> labelled(LogLabels.selector(service));
            case LogTarget.OwnOutput(String service) -> output(service);
            case LogTarget.Nothing _ -> {
                // there is nothing to follow
            }
        }
    }

    private void told(String origin, Optional<String> trouble) {
        events.accept(new Event.LogSourceTold(target, origin, trouble));
    }

    private void labelled(String selector) throws InterruptedException {
        Optional<LogSource> loki = sources.loki();
        if (loki.isEmpty()) {
            files(selector, Optional.empty());
            return;
        }
        while (!closed) {
            try {
                fromLoki(loki.get(), selector);
                return;
            } catch (UnreachableException | TimedOutException e) {
                filesUntilBack(loki.get(), selector, e.why());
            }
        }
    }

    /** Follows the files, if there are any, until Loki can be asked again. */
    private void filesUntilBack(LogSource loki, String selector, String why) throws InterruptedException {
        CountDownLatch back = new CountDownLatch(1);
        Thread question = Thread.ofPlatform().daemon().name("monsh-top-loki").start(() -> ask(loki, selector, back));
        try {
            files(selector, Optional.of(why));
            back.await();
        } finally {
            question.interrupt();
        }
    }

    /** Asks now and then until there is an answer, and then ends what is followed meanwhile. */
    private void ask(LogSource loki, String selector, CountDownLatch back) {
        try {
            do {
                Thread.sleep(BETWEEN_QUESTIONS);
            } while (!answers(loki, selector));
            back.countDown();
            while (!closed) {
                // once is not enough where the files have only just been opened
                stop.run();
                Thread.sleep(BETWEEN_QUESTIONS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers(LogSource loki, String selector) {
        try {
            loki.stats(selector, newest(selector).range());
            return true;
        } catch (MonshException e) {
            // the title has said it
            return false;
        }
    }

    private void fromLoki(LogSource loki, String selector) {
        List<ShownLine> newest = new ArrayList<>();
        AtomicLong last = new AtomicLong();
        new LogReader(loki, ReadSettings.defaults()).read(newest(selector), line -> {
            last.accumulateAndGet(line.timestampNanos(), Math::max);
            newest.add(shown(line));
        });
        told("Loki", Optional.empty());
        newest.forEach(batch::add);
        batch.flush();
        LogTail tail = LogTail.of(loki, sources.lokiForTail().orElse(loki));
        stop = tail::stop;
        OptionalLong from = last.get() > 0 ? OptionalLong.of(last.get() + 1) : OptionalLong.empty();
        tail.run(new TailQuery(selector, from), PositionStore.none(), new TailSink() {
            @Override
            public void accept(TailEvent event) {
                switch (event) {
                    case TailEvent.Line(LogLine line) -> batch.add(shown(line));
                    case TailEvent.Gap gap ->
                        batch.add(new ShownLine(
                                gap.fromNanos() / 1_000_000,
                                "--- lines may be missing here ---",
                                Optional.of(Level.WARN)));
                    case TailEvent.Notice notice -> notice(notice);
                }
            }

            @Override
            public void pause() {
                batch.flush();
            }

            @Override
            public void flush() {
                batch.flush();
            }
        });
    }

    private void notice(TailEvent.Notice notice) {
        switch (notice.kind()) {
            case LOST -> told("Loki", Optional.of(notice.text()));
            case BACK -> told("Loki", Optional.empty());
            case DROPPED, GAP, WAITING -> {
                // the lines themselves show it
            }
        }
    }

    private LogQuery newest(String selector) {
        Instant now = clock.instant();
        TimeRange range = new TimeRange(LogLabels.nanos(now.minus(REACH)), LogLabels.nanos(now));
        return new LogQuery(selector, range, FIRST_LINES, Direction.FORWARD);
    }

    private void files(String selector, Optional<String> trouble) {
        Optional<LogFiles> found = sources.files().flatMap(java.util.function.Supplier::get);
        if (found.isEmpty()) {
            told(
                    "",
                    Optional.of(trouble.map(why -> "Loki: " + why).orElse("no Loki is configured")
                            + ", and the files that Promtail ships are not on this machine"));
            return;
        }
        LogFiles files = found.get();
        told("the files that Promtail ships", trouble.map(why -> "Loki: " + why));
        TimeRange all = new TimeRange(0, LogLabels.nanos(clock.instant().plus(REACH)));
        LineCollector lines = new LineCollector(batch);
        files.read(new LogQuery(selector, all, FIRST_LINES, Direction.FORWARD), lines);
        batch.flush();
        LogFiles.Tail tail = files.tail();
        stop = tail::stop;
        tail.run(selector, lines);
    }

    private void output(String service) {
        BoxSources.Running stack = sources.stack()
                .map(java.util.function.Supplier::get)
                .orElseThrow(() -> new UnreachableException(service, "its box is not this machine"));
        told(stack.engine().kind().word(), Optional.empty());
        OutputRequest request = new OutputRequest(
                stack.stack().select(List.of(service)), Optional.of(FIRST_LINES), Optional.empty(), true);
        stack.engine().logs(stack.stack(), request, this::output);
    }

    private void output(OutputLine line) {
        long millis = line.time()
                .or(() -> OwnTime.of(line.text()))
                .orElseGet(clock::instant)
                .toEpochMilli();
        batch.add(ShownLine.of(millis, line.text(), Level.of(line.text())));
    }

    private static ShownLine shown(LogLine line) {
        return ShownLine.of(line.timestampNanos() / 1_000_000, line.line(), Level.of(line));
    }

    /** Puts lines in the batch. */
    private record LineCollector(Batch<ShownLine> batch) implements LineSink {

        @Override
        public void line(LogLine line) {
            batch.add(shown(line));
        }

        @Override
        public void pause() {
            batch.flush();
        }
    }
}
