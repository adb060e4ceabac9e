package dev.monsh.dashboard.screen;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.MouseCaptureMode;
import dev.monsh.dashboard.frame.Frame;
import dev.monsh.dashboard.loop.Display;
import dev.monsh.dashboard.state.Size;
import dev.monsh.dashboard.update.Event;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.UnreachableException;
import dev.monsh.os.Program;
import dev.monsh.terminal.RawTerminal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The real terminal: Lanterna keeps what it shows and writes what changes, and decodes its keys. */
public final class LanternaDisplay implements Display {

    private static final String TERMINAL = "/dev/tty";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final boolean color;
    private final UnaryOperator<OutputStream> output;
    private final KeyReader.KeyBytes bytes = new KeyReader.KeyBytes();
    private final Inks inks;
    private @Nullable Open open;
    private @Nullable Frame shown;

    /**
     * Prepares it.
     *
     * @param output puts a recorder before the terminal's output, or nothing
     */
    public LanternaDisplay(boolean color, UnaryOperator<OutputStream> output) {
        this.color = color;
        this.output = output;
        this.inks = new Inks(this.color);
    }

    /** What there is only between opening and closing. */
    private record Open(
            RawTerminal raw, FileInputStream keyboard, KeyReader reader, TtyTerminal terminal, TerminalScreen screen) {}

    @Override
    public void open(Consumer<Event> listener, Runnable lost) {
        RawTerminal raw = RawTerminal.open(() -> listener.accept(resized()), () -> listener.accept(resized()));
        try {
            FileInputStream keyboard = new FileInputStream(TERMINAL);
            OutputStream out =
                    output.apply(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 64 * 1024));
            TtyTerminal terminal = new TtyTerminal(
                    bytes, out, () -> new TerminalSize(Math.max(1, raw.columns()), Math.max(1, raw.rows())));
            terminal.setMouseCaptureMode(MouseCaptureMode.CLICK_RELEASE);
            TerminalScreen screen = new TerminalScreen(terminal);
            screen.setCursorPosition(null);
            KeyReader reader = new KeyReader(
                    keyboard,
                    bytes,
                    () -> keys(terminal, listener),
                    text -> listener.accept(new Event.Pasted(text)),
                    lost);
            open = new Open(raw, keyboard, reader, terminal, screen);
            raw.raw();
            screen.startScreen();
            reader.start();
        } catch (IOException e) {
            raw.close();
            throw unreachable(e);
        }
    }

    private Event resized() {
        return new Event.Resized(size());
    }

    private static UnreachableException unreachable(IOException e) {
        return new UnreachableException(
                "terminal", "can't be used: " + e.getMessage(), new NextStep.Text("monsh top --once"), e);
    }

    private static void keys(TtyTerminal terminal, Consumer<Event> listener) {
        try {
            for (KeyStroke stroke = terminal.pollInput(); stroke != null; stroke = terminal.pollInput()) {
                KeyMap.events(stroke).forEach(listener);
            }
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    @Override
    public Size size() {
        Open now = open;
        return now == null
                ? new Size(80, 24)
                : new Size(
                        Math.max(1, now.raw().columns()), Math.max(1, now.raw().rows()));
    }

    @Override
    public void show(Frame frame) {
        Open now = open;
        if (now == null) {
            return;
        }
        try {
            fit(now, frame);
            paint(now.screen(), frame);
            now.screen().refresh(shown == null ? Screen.RefreshType.COMPLETE : Screen.RefreshType.DELTA);
            shown = frame;
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** A window of another size is a screen that shows nothing known. */
    private void fit(Open now, Frame frame) throws IOException {
        Frame last = shown;
        if (last == null || last.columns() != frame.columns() || last.rows() != frame.rows()) {
            now.terminal().getTerminalSize();
            now.screen().doResizeIfNecessary();
            now.screen().clear();
            shown = null;
        }
    }

    private void paint(TerminalScreen screen, Frame frame) {
        Frame last = shown;
        for (int row = 0; row < frame.rows(); row++) {
            for (int column = 0; column < frame.columns(); column++) {
                String glyph = frame.glyph(column, row);
                boolean same = last != null
                        && last.glyph(column, row).equals(glyph)
                        && last.ink(column, row) == frame.ink(column, row);
                // the second half of a wide character belongs to the first
                if (!same && !glyph.isEmpty()) {
                    screen.setCharacter(column, row, inks.of(glyph, frame.ink(column, row)));
                }
            }
        }
    }

    @Override
    public void forget() {
        shown = null;
    }

    @Override
    public void copy(String text) {
        Open now = open;
        try {
            if (now != null) {
                now.terminal().copy(text);
            }
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    @Override
    public void suspend() {
        Open now = open;
        if (now == null) {
            return;
        }
        try {
            now.screen().stopScreen(false);
            now.raw().restore();
            stop();
            now.raw().raw();
            now.screen().startScreen();
            forget();
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** Stops the whole job, as the terminal would have done; the shell sees it and prompts. */
    private static void stop() {
        Program.of(List.of("/bin/sh", "-c", "kill -TSTP 0"), Map.of(), PATIENCE).run();
    }

    @Override
    public void close() {
        Optional<Open> last = Optional.ofNullable(open);
        open = null;
        last.ifPresent(this::close);
    }

    private void close(Open last) {
        last.reader().close();
        try {
            last.screen().stopScreen(false);
        } catch (IOException | IllegalStateException e) {
            // the terminal has gone, and with it what was to be put back
        } finally {
            last.raw().close();
        }
        try {
            last.keyboard().close();
        } catch (IOException e) {
            // it was only read
        }
    }
}
