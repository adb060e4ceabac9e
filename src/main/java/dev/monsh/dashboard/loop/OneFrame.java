package dev.monsh.dashboard.loop;

import dev.monsh.dashboard.source.BoxSources;
import dev.monsh.dashboard.source.Feeds;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Data;
import dev.monsh.dashboard.state.GroupReading;
import dev.monsh.dashboard.state.LogTarget;
import dev.monsh.dashboard.state.Size;
import dev.monsh.dashboard.update.Event;
import dev.monsh.dashboard.update.Step;
import dev.monsh.dashboard.update.Update;
import dev.monsh.dashboard.update.Wish;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The dashboard's state as it is once every source has told something: for one frame without a person. */
public final class OneFrame {

    private final BoxSources sources;
    private final InstantSource clock;
    private final Duration patience;

    /** Takes how long the sources are waited for. */
    public OneFrame(BoxSources sources, InstantSource clock, Duration patience) {
        this.sources = sources;
        this.clock = clock;
        this.patience = patience;
    }

    /** Returns the state; what has not answered in time is missing in it. */
    public Dashboard of(Size size) throws InterruptedException {
        LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
        Dashboard state = Dashboard.start(size, clock.instant(), sources.box(), List.of(sources.box()));
        long end = System.nanoTime() + patience.toNanos();
        try (Feeds feeds = new Feeds(sources, clock, events::add)) {
            while (!isWhole(state.latest()) && System.nanoTime() < end) {
                Event event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                state = apply(apply(state, new Event.Tick(clock.instant()), feeds), event, feeds);
            }
        }
        return state;
    }

    private static Dashboard apply(Dashboard state, @org.jspecify.annotations.Nullable Event event, Feeds feeds) {
        if (event == null) {
            return state;
        }
        Step step = Update.apply(state, event);
        for (Wish wish : step.wishes()) {
            switch (wish) {
                case Wish.Follow follow -> feeds.follow(follow.target());
                case Wish.Draw draw -> feeds.draw(draw.plot());
                default -> {
                    // nobody is there to wish for anything else
                }
            }
        }
        return step.state();
    }

    private static boolean isWhole(Data data) {
        boolean groups = data.groups().failure().isPresent()
                || data.groups().or(List.of()).stream()
                        .map(GroupReading::cpuPercent)
                        .anyMatch(java.util.OptionalDouble::isPresent);
        boolean log = data.log().target() instanceof LogTarget.Nothing
                || data.log().taken() > 0
                || (data.log().notice().isPresent() && data.log().origin().isEmpty());
        return groups
                && log
                && !data.services().isWaiting()
                && !data.alerts().isWaiting()
                && !data.rates().isWaiting()
                && !data.curve().isWaiting();
    }
}
