package dev.monsh.dashboard.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.dashboard.frame.Frame;
import dev.monsh.dashboard.frame.FrameView;
import dev.monsh.dashboard.frame.Look;
import dev.monsh.dashboard.key.Key;
import dev.monsh.dashboard.source.BoxSources;
import dev.monsh.dashboard.state.Size;
import dev.monsh.dashboard.update.Event;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The loop with a terminal of its own, without one of the machine's. */
class DashboardLoopTest {

    /** A terminal that keeps its frames. */
    private static final class Kept implements Display {

        final List<Frame> frames = Collections.synchronizedList(new ArrayList<>());
        final CountDownLatch opened = new CountDownLatch(1);
        volatile Consumer<Event> listener = event -> {};
        volatile int closed;
        volatile boolean broken;

        @Override
        public void open(Consumer<Event> to, Runnable lost) {
            listener = to;
            opened.countDown();
        }

        @Override
        public Size size() {
            return new Size(80, 24);
        }

        @Override
        public void show(Frame frame) {
            if (broken) {
                throw new IllegalStateException("a fault");
            }
            frames.add(frame);
        }

        @Override
        public void forget() {}

        @Override
        public void copy(String text) {}

        @Override
        public void suspend() {}

        @Override
        public void close() {
            closed++;
        }

        void press(String keys) {
            for (char c : keys.toCharArray()) {
                listener.accept(new Event.Pressed(c == '\n' ? Key.of(Key.Kind.ENTER) : Key.of(c)));
            }
        }

        boolean shows(String text) {
            synchronized (frames) {
                return !frames.isEmpty() && frames.getLast().text().contains(text);
            }
        }
    }

    /** A command that goes on until it is interrupted. */
    private static final class Endless implements CommandLine {

        final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public void run(String line, String box, int columns, Screen screen) {
            screen.line("for " + box);
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                screen.line("too late");
                ended.countDown();
            }
        }

        @Override
        public Optional<String> question(String line) {
            return line.equals("down") ? Optional.of("down stops the stack; continue?") : Optional.empty();
        }

        @Override
        public Completion complete(String line) {
            return new Completion(line, List.of());
        }
    }

    private final Kept display = new Kept();
    private final Endless commands = new Endless();

    private DashboardLoop loop() {
        return new DashboardLoop(
                display,
                new FrameView(new Look(true, true, ZoneOffset.UTC)),
                name -> new BoxSources(
                        name,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                commands,
                InstantSource.system());
    }

    private void beside(Runnable run, Runnable keys) throws InterruptedException {
        Thread thread = Thread.ofPlatform().daemon().start(run);
        assertThat(display.opened.await(10, TimeUnit.SECONDS)).isTrue();
        keys.run();
        thread.join(10_000);
        assertThat(thread.isAlive()).as("the loop goes on").isFalse();
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void whateverFailsTheScreenIsGivenBack() {
        display.broken = true;
        assertThatThrownBy(() -> loop().run("odk04", List.of("odk04"))).hasMessage("a fault");
        assertThat(display.closed).isEqualTo(1);
    }

    @Test
    void aFaultAfterAKeyGivesTheScreenBackAsWell() throws InterruptedException {
        List<Throwable> faults = new ArrayList<>();
        beside(
                () -> {
                    try {
                        loop().run("odk04", List.of("odk04"));
                    } catch (IllegalStateException e) {
                        faults.add(e);
                    }
                },
                () -> {
                    await("a frame", () -> display.shows("odk04"));
                    display.broken = true;
                    display.press("s");
                });
        assertThat(faults).hasSize(1);
        assertThat(display.closed).isEqualTo(1);
    }

    @Test
    void aCommandThatGoesOnIsInterruptedAndWhatItSaysThenIsNotShown() throws InterruptedException {
        beside(() -> loop().run("odk04", List.of("odk04")), () -> {
            display.press(":endless\n");
            await("its output", () -> display.shows("for odk04"));
            display.listener.accept(new Event.Pressed(Key.of(Key.Kind.ESCAPE)));
            await("its end", () -> commands.ended.getCount() == 0);
            await("the word for it", () -> display.shows("stopped"));
            assertThat(display.shows("too late")).isFalse();
            display.press("qq");
        });
        assertThat(display.closed).isEqualTo(1);
    }

    @Test
    void whatStopsSomethingRunsOnlyAfterAYes() throws InterruptedException {
        beside(() -> loop().run("odk04", List.of("odk04")), () -> {
            display.press(":down\n");
            await("the question", () -> display.shows("down stops the stack; continue? [y/N]"));
            display.press("n");
            await("the refusal", () -> display.shows("nothing was done"));
            assertThat(display.frames).noneMatch(frame -> frame.text().contains("for odk04"));
            display.press(":down\n" + "y");
            await("its output", () -> display.shows("for odk04"));
            display.press("qq");
        });
    }

    @Test
    void theEndOfTheDashboardIsTheEndOfItsCommand() throws InterruptedException {
        DashboardLoop loop = loop();
        beside(() -> loop.run("odk04", List.of("odk04")), () -> {
            display.press(":endless\n");
            await("its output", () -> display.shows("for odk04"));
            loop.stop();
        });
        await("the end of the command", () -> commands.ended.getCount() == 0);
    }
}
