package dev.monsh.dashboard.loop;

import dev.monsh.dashboard.frame.Frame;
import dev.monsh.dashboard.frame.FrameView;
import dev.monsh.dashboard.source.BoxSources;
import dev.monsh.dashboard.source.Feeds;
import dev.monsh.dashboard.source.FleetFeeds;
import dev.monsh.dashboard.state.BoxRow;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Fleet;
import dev.monsh.dashboard.state.Overlay;
import dev.monsh.dashboard.state.Size;
import dev.monsh.dashboard.update.Event;
import dev.monsh.dashboard.update.Step;
import dev.monsh.dashboard.update.Update;
import dev.monsh.dashboard.update.Wish;
import dev.monsh.failure.MonshException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Takes events, updates the state, shows frames and grants wishes, until the person has had enough. */
public final class DashboardLoop {

    /** What sources tell is shown together, so many times a second at most; keys are answered at once. */
    private static final long BETWEEN_FRAMES_NANOS = 200_000_000;

    private static final long TICK_NANOS = 1_000_000_000;
    private static final int MOST_AT_ONCE = 1000;

    private final Display display;
    private final FrameView view;
    private final Function<String, BoxSources> boxes;
    private final CommandLine commands;
    private final InstantSource clock;
    private final LinkedBlockingQueue<Signal> inbox = new LinkedBlockingQueue<>(10_000);
    private Optional<Feeds> feeds = Optional.empty();
    private Optional<FleetFeeds> fleet = Optional.empty();
    private Optional<CommandRun> command = Optional.empty();
    private int generation;
    private boolean on = true;

    /**
     * Prepares a loop for one run.
     *
     * @param boxes opens the sources of a box
     */
    public DashboardLoop(
            Display display,
            FrameView view,
            Function<String, BoxSources> boxes,
            CommandLine commands,
            InstantSource clock) {
        this.display = display;
        this.view = view;
        this.boxes = boxes;
        this.commands = commands;
        this.clock = clock;
    }

    /** What reaches the loop: an event and the box's generation that it belongs to (0 for any), or the end. */
    private record Signal(Optional<Event> event, int generation) {}

    /** Ends the run, from any thread. */
    public void stop() {
        inbox.clear();
        inbox.offer(new Signal(Optional.empty(), 0));
    }

    /** Shows a box until the end. The screen is left as it was found, whatever happens. */
    public void run(String box, List<String> names) {
        run(first -> Dashboard.start(first, clock.instant(), box, names), () -> open(box));
    }

    /** Shows several boxes at once until the end. */
    public void runFleet(List<String> shown, List<String> names) {
        run(
                first -> Dashboard.start(first, clock.instant(), shown.getFirst(), names)
                        .withFleet(Fleet.of(shown)),
                () -> openAll(shown));
    }

    private void run(Function<Size, Dashboard> start, Runnable sources) {
        try (display) {
            display.open(event -> tell(event, 0), this::stop);
            Dashboard state = start.apply(display.size());
            display.show(view.of(state));
            sources.run();
            loop(state);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private void tell(Event event, int of) {
        try {
            inbox.put(new Signal(Optional.of(event), of));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void close() {
        command.ifPresent(CommandRun::close);
        feeds.ifPresent(Feeds::close);
        fleet.ifPresent(FleetFeeds::close);
        feeds = Optional.empty();
        fleet = Optional.empty();
    }

    private void open(String box) {
        close();
        int mine = ++generation;
        feeds = Optional.of(new Feeds(boxes.apply(box), clock, event -> tell(event, mine)));
    }

    private void openAll(List<String> names) {
        close();
        int mine = ++generation;
        fleet = Optional.of(new FleetFeeds(names, boxes, clock, event -> tell(event, mine)));
    }

    private void loop(Dashboard first) throws InterruptedException {
        Dashboard state = first;
        long shownAt = System.nanoTime();
        boolean stale = false;
        while (on) {
            long wait = stale ? BETWEEN_FRAMES_NANOS : spinning(state) ? TICK_NANOS / 4 : TICK_NANOS;
            long left = shownAt + wait - System.nanoTime();
            Signal signal = inbox.poll(Math.max(0, left), TimeUnit.NANOSECONDS);
            Round round = round(state, signal);
            state = round.state();
            stale |= round.changed();
            long now = System.nanoTime();
            if (on && (round.urgent() || now - shownAt >= (stale ? BETWEEN_FRAMES_NANOS : TICK_NANOS / 4))) {
                if (stale || signal == null) {
                    show(state);
                }
                shownAt = now;
                stale = false;
            }
        }
    }

    private void show(Dashboard state) {
        Frame frame = view.of(state);
        display.show(frame);
    }

    /** Whether something turns on the screen while it is waited for. */
    private static boolean spinning(Dashboard state) {
        boolean asking = state.fleet().shown()
                ? state.fleet().rows().stream().anyMatch(row -> row.health() == BoxRow.Health.ASKING)
                : state.data().groups().isWaiting();
        return asking || (state.overlay() instanceof Overlay.Text text && text.isRunning());
    }

    /** What a handful of signals has made of the state; urgent where the person waits for it. */
    private record Round(Dashboard state, boolean changed, boolean urgent) {}

    private Round round(Dashboard before, @org.jspecify.annotations.Nullable Signal first) {
        Dashboard state = apply(before, new Event.Tick(clock.instant()));
        boolean changed = false;
        boolean urgent = false;
        Signal signal = first;
        for (int i = 0; signal != null && i < MOST_AT_ONCE; i++) {
            if (signal.event().isEmpty()) {
                on = false;
                return new Round(state, false, false);
            }
            if (signal.generation() == 0 || signal.generation() == generation) {
                Event event = signal.event().get();
                state = apply(state, event);
                changed = true;
                urgent |= isUrgent(event);
            }
            signal = on ? inbox.poll() : null;
        }
        return new Round(state, changed, urgent);
    }

    private static boolean isUrgent(Event event) {
        return event instanceof Event.Pressed
                || event instanceof Event.Pasted
                || event instanceof Event.Clicked
                || event instanceof Event.Wheeled
                || event instanceof Event.Resized
                || event instanceof Event.CommandEnded
                || event instanceof Event.Completed;
    }

    private Dashboard apply(Dashboard state, Event event) {
        Step step = Update.apply(state, event);
        Dashboard next = step.state();
        for (Wish wish : step.wishes()) {
            if (wish instanceof Wish.Typed typed) {
                next = typed(typed.command(), next);
            } else {
                grant(wish, next);
            }
        }
        return next;
    }

    /** The keys behind the line's end are the answer where it asks. */
    private Dashboard typed(String line, Dashboard state) {
        Optional<String> question = commands.question(line);
        if (question.isPresent()) {
            return apply(state, new Event.CommandAsks(line, question.get()));
        }
        run(new Wish.Run(line, line), state);
        return state;
    }

    private void grant(Wish wish, Dashboard state) {
        switch (wish) {
            case Wish.Follow follow -> feeds.ifPresent(each -> each.follow(follow.target()));
            case Wish.Draw draw -> feeds.ifPresent(each -> each.draw(draw.plot()));
            case Wish.Run run -> run(run, state);
            case Wish.Typed _ -> {
                // changes the state, and is granted where that can be
            }
            case Wish.Stop _ -> command.ifPresent(CommandRun::close);
            case Wish.Complete complete -> beside("completion", () -> complete(complete.line()));
            case Wish.Copy copy -> display.copy(copy.text());
            case Wish.Show show -> open(show.box());
            case Wish.ShowAll all -> openAll(all.boxes());
            case Wish.Redraw _ -> display.forget();
            case Wish.Suspend _ -> {
                display.suspend();
                // never waits: this is the thread that empties it
                inbox.offer(new Signal(Optional.of(new Event.Resized(display.size())), 0));
            }
            case Wish.Quit _ -> on = false;
        }
    }

    private static void beside(String name, Runnable work) {
        Thread.ofPlatform().daemon().name("monsh-top-" + name).start(work);
    }

    private void run(Wish.Run run, Dashboard state) {
        command.ifPresent(CommandRun::close);
        String box = state.boxOfCommands();
        int columns = state.size().columns() - 2;
        command = Optional.of(CommandRun.start(
                run, screen -> commands.run(run.command(), box, columns, screen), event -> tell(event, 0)));
    }

    private void complete(String line) {
        try {
            CommandLine.Completion found = commands.complete(line);
            tell(new Event.Completed(line, found.longer(), found.candidates()), 0);
        } catch (MonshException e) {
            tell(new Event.Completed(line, line, List.of()), 0);
        }
    }
}
