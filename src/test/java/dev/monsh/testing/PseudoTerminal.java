package dev.monsh.testing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * The program on a terminal: on a pseudo-terminal that {@code script} of util-linux makes, part of every Debian. Keys are
 * typed, and what the screen shows is read.
 */
public final class PseudoTerminal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Process process;
    private final Screen screen;
    private final StringBuffer written = new StringBuffer();

    private PseudoTerminal(Process process, Screen screen) {
        this.process = process;
        this.screen = screen;
        Thread.ofPlatform().daemon().start(this::read);
    }

    /** Starts the program in a window of a size. */
    public static PseudoTerminal open(Launched launched, int columns, int rows, String... words) {
        Launched terminal = launched.with("TERM", launched.environment().getOrDefault("TERM", "xterm-256color"));
        String text = "stty rows " + rows + " cols " + columns + "\nexec " + terminal.call(words);
        // a shell that stayed between would take Ctrl-C for its own and end with 130 itself
        ProcessBuilder builder = new ProcessBuilder(
                // whoever started the tests may ignore Ctrl-C, as a shell does for its jobs in the background
                "env",
                "--default-signal=INT",
                "script",
                "-qfec",
                "exec /bin/sh " + Launched.quoted(terminal.script(text).toString()),
                "/dev/null");
        builder.directory(terminal.workingFolder().toFile()).redirectErrorStream(true);
        builder.environment().put("SHELL", "/bin/sh");
        try {
            return new PseudoTerminal(builder.start(), new Screen(columns, rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the window another size, as who drags its corner does; what the tests see of it stays as it was. */
    public void resize(int columns, int rows) {
        ProcessHandle program = process.descendants()
                .filter(each -> each.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow();
        try {
            Path terminal = Path.of("/proc/" + program.pid() + "/fd/0").toRealPath();
            new ProcessBuilder("stty", "-F", terminal.toString(), "rows", "" + rows, "cols", "" + columns)
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Presses keys. */
    public void type(String keys) {
        try {
            OutputStream keyboard = process.getOutputStream();
            keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
        } catch (IOException e) {
            throw new AssertionError("no longer running; it showed\n" + text(), e);
        }
    }

    /** Waits for a prompt with nothing behind it, and types a line there. */
    public void enter(String line) {
        awaitPrompt();
        type(line);
        // or the prompt that is still empty would be taken for the next one
        awaitTyped(line);
        type("\r");
    }

    /** Waits for a prompt with nothing behind it. */
    public void awaitPrompt() {
        await("a prompt", () -> atPrompt(""));
    }

    /** Waits until this stands between prompt and cursor, and nothing behind it. */
    public void awaitTyped(String text) {
        await("'" + text + "' behind the prompt", () -> atPrompt(text));
    }

    /**
     * Presses Tab until this stands between prompt and cursor: names that a server has to be asked for may be there at the
     * next key only.
     */
    public void completeTo(String text) {
        long[] next = {0};
        await("'" + text + "' completed", () -> {
            if (!atPrompt(text) && System.nanoTime() > next[0]) {
                type("\t");
                next[0] = System.nanoTime() + Duration.ofSeconds(1).toNanos();
            }
            return atPrompt(text);
        });
    }

    /** The same without a pause between two looks: for measuring. */
    public void awaitTypedClosely(String text) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!atPrompt(text)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for '" + text + "'; the screen shows\n" + text());
            }
            Thread.onSpinWait();
        }
    }

    /** Presses Tab, and once a while again, until the screen shows a text. */
    public void completeToText(String text) {
        long[] next = {0};
        await("'" + text + "' completed", () -> {
            boolean shown = text().contains(text);
            if (!shown && System.nanoTime() > next[0]) {
                type("\t");
                next[0] = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            }
            return shown;
        });
    }

    /** Waits until the screen shows a text, and returns all lines. */
    public List<String> awaitText(String wanted) {
        await("'" + wanted + "'", () -> text().contains(wanted));
        return lines();
    }

    /** Waits for the end and returns the exit code. */
    public int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still running; it showed\n" + text());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the lines that the screen shows or showed. */
    public List<String> lines() {
        return screen.lines();
    }

    /** Returns everything that the program wrote, escape sequences included. */
    public String written() {
        return written.toString();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private String text() {
        return String.join("\n", lines());
    }

    private boolean atPrompt(String typed) {
        return screen.behindCursor().isEmpty() && screen.beforeCursor().matches("monsh(:[^>]*)?> \\Q" + typed + "\\E");
    }

    /** Waits until a line of the screen has a match, and returns all lines. */
    public List<String> awaitMatch(String regex) {
        Pattern pattern = Pattern.compile(regex);
        await("/" + regex + "/", () -> pattern.matcher(text()).find());
        return lines();
    }

    /** Waits for something. */
    public void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what + "; the screen shows\n" + text());
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private void read() {
        try (Reader reader = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                written.append((char) c);
                screen.take((char) c);
            }
        } catch (IOException e) {
            // closed while reading: the test is over
        }
    }
}
