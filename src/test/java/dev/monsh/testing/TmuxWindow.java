package dev.monsh.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A shell with job control in a window of a real tmux, in whose terminal the program is run. */
public final class TmuxWindow implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String socket;
    private final long shell;

    private TmuxWindow(String socket) {
        this.socket = socket;
        this.shell = Long.parseLong(ask("#{pane_pid}"));
    }

    /** Opens a window; without a tmux the test is skipped, but for builds with {@code CI=true}. */
    public static TmuxWindow open(Launched launched, int columns, int rows) {
        if (RealPrometheus.find("tmux").isEmpty()) {
            throw Needed.missing("tmux is not on PATH (apt install tmux)");
        }
        Path script = launched.script("export PS1='ready> '\nexec /bin/bash --norc --noprofile -i");
        String socket = launched.folder().resolve("tmux").toString();
        String start = "cd " + Launched.quoted(launched.workingFolder().toString()) + " && exec /bin/sh "
                + Launched.quoted(script.toString());
        run(List.of(
                "env",
                "--default-signal=INT,TERM,HUP,TSTP",
                "LANG=C.UTF-8",
                "tmux",
                "-u",
                "-f",
                "/dev/null",
                "-S",
                socket,
                "new-session",
                "-d",
                "-x",
                Integer.toString(columns),
                "-y",
                Integer.toString(rows),
                start));
        TmuxWindow window = new TmuxWindow(socket);
        try {
            window.tmux("set-option", "-g", "status", "off");
            window.resize(columns, rows);
            window.awaitText("ready>");
            return window;
        } catch (AssertionError e) {
            window.close();
            throw e;
        }
    }

    /** Types text as it is. */
    public void type(String text) {
        tmux("send-keys", "-l", "--", text);
    }

    /** Presses keys by tmux's names, such as {@code Enter}, {@code C-c} and {@code Escape}. */
    public void press(String... names) {
        List<String> words = new ArrayList<>(List.of("send-keys"));
        words.addAll(List.of(names));
        tmux(words.toArray(String[]::new));
    }

    /** Types a line and enters it. */
    public void enter(String line) {
        type(line);
        press("Enter");
    }

    public void resize(int columns, int rows) {
        tmux("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(rows));
    }

    /** Returns the lines that the window shows. */
    public List<String> lines() {
        return List.of(tmux("capture-pane", "-p").split("\n", -1));
    }

    /** Returns whether the alternate screen is shown, the cursor, and whether the mouse is taken, as 0 and 1. */
    public String modes() {
        return ask("#{alternate_on} #{cursor_flag} #{mouse_any_flag}");
    }

    /** Closes the terminal under the program, as a lost connection does. */
    public void lose() {
        tmux("kill-server");
    }

    /** Returns the programs that run in the window. */
    public List<ProcessHandle> programs() {
        return ProcessHandle.of(shell).stream()
                .flatMap(ProcessHandle::descendants)
                .toList();
    }

    /** Waits until the window shows a text, and returns all its lines. */
    public List<String> awaitText(String wanted) {
        await("'" + wanted + "'", () -> String.join("\n", lines()).contains(wanted));
        return lines();
    }

    /** Waits for something. */
    public void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "waited in vain for " + what + "; the window shows\n" + String.join("\n", lines()));
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private String ask(String format) {
        return tmux("display-message", "-p", format).strip();
    }

    private String tmux(String... words) {
        List<String> command = new ArrayList<>(List.of("tmux", "-u", "-S", socket));
        command.addAll(List.of(words));
        return run(command);
    }

    private static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(command + " failed: " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        programs().forEach(ProcessHandle::destroyForcibly);
        try {
            tmux("kill-server");
        } catch (AssertionError e) {
            // the test has ended it
        }
    }
}
