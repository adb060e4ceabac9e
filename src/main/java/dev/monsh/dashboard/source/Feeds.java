package dev.monsh.dashboard.source;

import dev.monsh.dashboard.state.LogTarget;
import dev.monsh.dashboard.state.Measure;
import dev.monsh.dashboard.state.Plot;
import dev.monsh.dashboard.state.Span;
import dev.monsh.dashboard.update.Event;
import dev.monsh.dashboard.update.Reading;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.MonshException;
import dev.monsh.stack.status.ServiceReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All sources of one box at work. Nothing comes from them after they are closed. */
public final class Feeds implements AutoCloseable {

    private static final Duration LIVE = Duration.ofSeconds(1);
    private static final Duration SCRAPED = Duration.ofSeconds(5);
    private static final Duration MACHINE = Duration.ofSeconds(2);
    private static final Duration SERVICES = Duration.ofSeconds(3);
    private static final Duration SLOW = Duration.ofSeconds(10);

    private final BoxSources sources;
    private final InstantSource clock;
    private final Consumer<Event> events;
    private final List<Poll> polls = new ArrayList<>();
    private final Curves curves;
    private final Optional<Poll> curve;
    private final Rates rates;
    private volatile Plot plot = new Plot("", Measure.CPU, Span.MINUTES_15);
    private volatile LogTarget target = new LogTarget.Nothing("");
    private Optional<LogFollower> follower = Optional.empty();
    private volatile boolean closed;

    /** Starts them; events come from several threads. */
    public Feeds(BoxSources sources, InstantSource clock, Consumer<Event> events) {
        this.sources = sources;
        this.clock = clock;
        this.events = event -> {
            if (!closed) {
                events.accept(event);
            }
        };
        this.curves = new Curves(sources.prometheus(), sources.loki());
        this.rates = new Rates(sources, clock);
        startGroups();
        startHistories();
        startMachine();
        startServices();
        startAlerts();
        startRates();
        this.curve = Optional.of(
                poll("curve", SLOW, this::readCurve, why -> tell(new Event.CurveRead(new Reading.Failure<>(why)))));
    }

    /** Follows the lines of something else from now on. */
    public void follow(LogTarget other) {
        follower.ifPresent(LogFollower::close);
        target = other;
        follower = Optional.of(new LogFollower(sources, other, clock, events).start());
    }

    /** Plots something else from now on. */
    public void draw(Plot other) {
        plot = other;
        curve.ifPresent(Poll::wake);
    }

    @Override
    public void close() {
        closed = true;
        follower.ifPresent(LogFollower::close);
        polls.forEach(Poll::close);
        rates.close();
    }

    private void tell(Event event) {
        events.accept(event);
    }

    private Poll poll(String name, Duration pause, Runnable task, Consumer<String> failed) {
        Poll poll = new Poll(name, pause, task, failed).start();
        polls.add(poll);
        return poll;
    }

    private void startGroups() {
        Consumer<String> failed = why -> tell(new Event.GroupsRead(new Reading.Failure<>(why)));
        if (sources.live().isPresent()) {
            LiveGroups live = new LiveGroups(sources.live().get());
            poll(
                    "groups",
                    LIVE,
                    () -> tell(new Event.GroupsRead(new Reading.Value<>(live.read(clock.instant())))),
                    failed);
        } else if (sources.prometheus().isPresent()) {
            ScrapedGroups scraped = new ScrapedGroups(sources.prometheus().get());
            poll("groups", SCRAPED, () -> tell(new Event.GroupsRead(new Reading.Value<>(scraped.read()))), failed);
        } else {
            failed.accept("the box is not this machine, and no Prometheus of it is configured");
        }
    }

    /** What was before the start is asked for once; a Prometheus that is away then is asked again. */
    private void startHistories() {
        sources.prometheus().ifPresent(prometheus -> {
            ScrapedGroups scraped = new ScrapedGroups(prometheus);
            Thread.ofPlatform().daemon().name("monsh-top-history").start(() -> {
                try {
                    tell(new Event.HistoriesRead(scraped.histories(clock.instant())));
                } catch (MonshException e) {
                    // the sparklines begin now; the plot says what is wrong with Prometheus
                }
            });
        });
    }

    private void startMachine() {
        sources.live().ifPresent(live -> {
            LiveMachine machine = new LiveMachine(live.machine());
            poll(
                    "machine",
                    MACHINE,
                    () -> tell(new Event.MachineRead(new Reading.Value<>(machine.read()))),
                    why -> tell(new Event.MachineRead(new Reading.Failure<>(why))));
        });
    }

    private void startServices() {
        Consumer<String> failed = why -> tell(new Event.ServicesRead(new Reading.Failure<>(why)));
        if (sources.stack().isEmpty()) {
            failed.accept("the stack is not on this machine");
            return;
        }
        Supplier<BoxSources.Running> stack = sources.stack().get();
        poll(
                "services",
                SERVICES,
                () -> tell(new Event.ServicesRead(new Reading.Value<>(report(stack.get())))),
                failed);
    }

    private static List<ServiceReport> report(BoxSources.Running running) {
        try {
            return running.reporter().report(running.engine(), running.stack());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedByUserException("status", "interrupted");
        }
    }

    private void startAlerts() {
        Consumer<String> failed = why -> tell(new Event.AlertsRead(new Reading.Failure<>(why)));
        sources.prometheus()
                .ifPresentOrElse(
                        prometheus -> poll(
                                "alerts",
                                SLOW,
                                () -> tell(new Event.AlertsRead(new Reading.Value<>(prometheus.alerts()))),
                                failed),
                        () -> failed.accept("no Prometheus is configured"));
    }

    private void startRates() {
        Consumer<String> failed = why -> tell(new Event.RatesRead(new Reading.Failure<>(why)));
        poll("rates", SCRAPED, () -> tell(new Event.RatesRead(new Reading.Value<>(rates.read()))), failed);
    }

    private void readCurve() {
        Plot wanted = plot;
        if (!wanted.group().isEmpty()) {
            Instant now = clock.instant();
            tell(new Event.CurveRead(new Reading.Value<>(curves.read(wanted, target, now))));
        }
    }
}
