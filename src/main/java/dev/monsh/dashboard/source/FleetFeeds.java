package dev.monsh.dashboard.source;

import dev.monsh.dashboard.state.BoxRow;
import dev.monsh.dashboard.state.LogRate;
import dev.monsh.dashboard.update.Event;
import dev.monsh.dashboard.update.Reading;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.UnreachableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Asks all boxes at once, again and again, a few of them at a time. Each request has its own time limit, so that a box that
 * hangs holds up one of the threads for that long and no other box for longer.
 */
public final class FleetFeeds implements AutoCloseable {

    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOGS = Duration.ofSeconds(15);
    private static final int MOST_AT_ONCE = 16;

    private final ScheduledThreadPoolExecutor threads;
    private final List<Asked> boxes;
    private volatile boolean closed;

    /**
     * Starts asking; events come from several threads.
     *
     * @param open opens the sources of a box by its name; may fail, which is then that box's failure
     */
    public FleetFeeds(
            List<String> names, Function<String, BoxSources> open, InstantSource clock, Consumer<Event> events) {
        Consumer<Event> receiver = event -> {
            if (!closed) {
                events.accept(event);
            }
        };
        this.threads = new ScheduledThreadPoolExecutor(
                Math.clamp(2L * names.size(), 1, MOST_AT_ONCE),
                Thread.ofPlatform().daemon().name("monsh-top-fleet-", 0).factory());
        this.boxes = names.stream()
                .map(name -> new Asked(name, open, clock, receiver))
                .toList();
        boxes.forEach(box -> again(box::figures, BETWEEN_ROUNDS));
        boxes.forEach(box -> again(box::logs, BETWEEN_LOGS));
    }

    private void again(Runnable task, Duration pause) {
        Future<?> _ = threads.scheduleWithFixedDelay(task, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
        boxes.forEach(Asked::close);
    }

    /** One box that is asked. */
    private static final class Asked {

        private final String name;
        private final Function<String, BoxSources> open;
        private final InstantSource clock;
        private final Consumer<Event> events;
        private Optional<BoxSources> sources = Optional.empty();
        private Optional<Rates> rates = Optional.empty();

        Asked(String name, Function<String, BoxSources> open, InstantSource clock, Consumer<Event> events) {
            this.name = name;
            this.open = open;
            this.clock = clock;
            this.events = events;
        }

        private synchronized BoxSources sources() {
            if (sources.isEmpty()) {
                sources = Optional.of(open.apply(name));
            }
            return sources.get();
        }

        void figures() {
            try {
                BoxRow.Figures figures = FleetFigures.read(sources()
                        .prometheus()
                        .orElseThrow(() -> new UnreachableException("Prometheus", "none is configured")));
                events.accept(new Event.FleetRead(name, new Reading.Value<>(figures)));
            } catch (RuntimeException e) {
                why(e).ifPresent(why -> events.accept(new Event.FleetRead(name, new Reading.Failure<>(why))));
            }
        }

        void logs() {
            try {
                if (sources().loki().isPresent()) {
                    events.accept(new Event.FleetLogsRead(name, new Reading.Value<>(sum(rates().read()))));
                }
            } catch (RuntimeException e) {
                why(e).ifPresent(why -> events.accept(new Event.FleetLogsRead(name, new Reading.Failure<>(why))));
            }
        }

        private synchronized Rates rates() {
            if (rates.isEmpty()) {
                rates = Optional.of(new Rates(sources(), clock));
            }
            return rates.get();
        }

        private static LogRate sum(Map<String, LogRate> rates) {
            Collection<LogRate> all = rates.values();
            return new LogRate(
                    all.stream().mapToDouble(LogRate::lines).sum(),
                    all.stream().mapToDouble(LogRate::errors).sum());
        }

        /** Returns what to say of a failure; nothing while all is being ended. */
        private static Optional<String> why(RuntimeException failure) {
            if (Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            return Optional.of(
                    failure instanceof MonshException known
                            ? known.what() + ": " + known.why()
                            : "a fault in monsh: " + failure);
        }

        synchronized void close() {
            rates.ifPresent(Rates::close);
        }
    }
}
