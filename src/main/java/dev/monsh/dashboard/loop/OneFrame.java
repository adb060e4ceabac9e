package dev.monsh.dashboard.loop;

import dev.monsh.dashboard.source.BoxSources;
import dev.monsh.dashboard.source.Feeds;
import dev.monsh.dashboard.source.FleetFeeds;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Data;
import dev.monsh.dashboard.state.Fleet;
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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The dashboard's state as it is once every source has told something: for one frame without a person. */
public final class OneFrame {

    private final Function<String, BoxSources> boxes;
    private final InstantSource clock;
    private final Duration patience;

    /**
     * Takes what opens the sources of a box, and how long they are waited for.
     */
    public OneFrame(Function<String, BoxSources> boxes, InstantSource clock, Duration patience) {
        this.boxes = boxes;
        this.clock = clock;
        this.patience = patience;
    }

    /** Returns the state of a box, which says what has not answered in time. */
    public Dashboard of(String box, Size size) throws InterruptedException {
        LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
        Dashboard state = Dashboard.start(size, clock.instant(), box, List.of(box));
        try (Feeds feeds = new Feeds(boxes.apply(box), clock, events::add)) {
            Dashboard last = until(each -> isWhole(each.latest()), state, events, wish -> grant(wish, feeds));
            return last.withLatest(last.latest().givenUp(late()));
        }
    }

    /** Returns the state of several boxes; those that have not answered in time say so. */
    public Dashboard of(List<String> names, Size size) throws InterruptedException {
        LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
        Dashboard state =
                Dashboard.start(size, clock.instant(), names.getFirst(), names).withFleet(Fleet.of(names));
        try (FleetFeeds _ = new FleetFeeds(names, boxes, clock, events::add)) {
            Dashboard last = until(OneFrame::isWhole, state, events, _ -> {});
            return last.withFleet(last.fleet().givenUp(late()).ordered(last.now()));
        }
    }

    private String late() {
        return "no answer within " + patience.toMillis() / 1000.0 + " s";
    }

    private Dashboard until(
            Predicate<Dashboard> whole, Dashboard first, BlockingQueue<Event> events, Consumer<Wish> wishes)
            throws InterruptedException {
        Dashboard state = first;
        long end = System.nanoTime() + patience.toNanos();
        while (!whole.test(state) && System.nanoTime() < end) {
            Event event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            state = apply(apply(state, new Event.Tick(clock.instant()), wishes), event, wishes);
        }
        return state;
    }

    private static boolean isWhole(Dashboard state) {
        return state.fleet().rows().stream().noneMatch(row -> row.figures().isWaiting());
    }

    private static Dashboard apply(Dashboard state, @Nullable Event event, Consumer<Wish> wishes) {
        if (event == null) {
            return state;
        }
        Step step = Update.apply(state, event);
        step.wishes().forEach(wishes);
        return step.state();
    }

    private static void grant(Wish wish, Feeds feeds) {
        switch (wish) {
            case Wish.Follow follow -> feeds.follow(follow.target());
            case Wish.Draw draw -> feeds.draw(draw.plot());
            default -> {
                // nobody is there to wish for anything else
            }
        }
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
