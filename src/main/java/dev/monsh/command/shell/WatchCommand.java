package dev.monsh.command.shell;

import dev.monsh.cli.DurationValue;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Repeater;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.terminal.ChangedCells;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Output;
import dev.monsh.terminal.Sanitizer;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.TerminalProfile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** {@code watch D COMMAND}: any command, again and again. */
public final class WatchCommand {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final CommandRunner runner;
    private final Repeater repeater;
    private final InstantSource clock;

    /** Runs one command with a console of its own. */
    @FunctionalInterface
    public interface CommandRunner {
        /**
         * Runs it and says its failures on that console.
         *
         * @param words the words of the command; a single one is a line of a script
         */
        ExitCode run(List<String> words, Console console);
    }

    public WatchCommand(CommandRunner runner, Repeater repeater, InstantSource clock) {
        this.runner = runner;
        this.repeater = repeater;
        this.clock = clock;
    }

    /** Returns the command. */
    public MonshCommand define(Session session) {
        return MonshCommand.named("watch")
                .group("Console")
                .summary("Run a command again and again, and mark what changes")
                .details("""
                        On a terminal each round begins on a clear screen below a header; cells that differ from the round
                        before are marked. In a pipe the results follow one another. Ctrl-C ends it.
                        """)
                .required("D", ValueKind.DURATION)
                .oneOrMore("COMMAND", ValueKind.COMMAND_LINE)
                .example("monsh watch 5s status", "the services of the stack, every five seconds")
                .example(
                        "monsh watch 10s query 'sum by (mode) (rate(namedprocess_namegroup_cpu_seconds_total[1m]))'",
                        "the value as it changes")
                .runs(session, this::run);
    }

    private ExitCode run(Invocation call) {
        Duration pause = DurationValue.parsePositive("watch", call.argument(0));
        List<String> words = call.argumentsFrom(1);
        AtomicReference<String> before = new AtomicReference<>("");
        return repeater.every(pause, call.console(), console -> {
            if (console.profile().stdoutTerminal()) {
                before.set(onScreen(words, pause, console, before.get()));
            } else {
                stopWhereMisused(runner.run(words, console));
            }
        });
    }

    private String onScreen(List<String> words, Duration pause, Console console, String before) {
        TerminalProfile profile = console.profile();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output captured = new Output(bytes);
        ExitCode code = runner.run(words, new Console(captured, captured, profile.drawn(), console.quiet()));
        captured.flush();
        String text = bytes.toString(StandardCharsets.UTF_8);
        if (code == ExitCode.USAGE) {
            console.out().write(text);
        }
        stopWhereMisused(code);
        String time = TIME.format(clock.instant().atZone(ZoneId.systemDefault()));
        String header = "every " + DurationValue.format(pause) + ": " + Sanitizer.visible(String.join(" ", words))
                + "  " + time;
        ChangedCells cells = new ChangedCells(profile.width(), profile.height() - 3);
        console.out().write(console.theme().paint(Style.FAINT, cells.cut(header)) + "\n\n");
        console.out().write(cells.marked(before, text, profile.color()));
        return text;
    }

    private static void stopWhereMisused(ExitCode code) {
        if (code == ExitCode.USAGE) {
            throw new UsageException("watch", "the command can't be run");
        }
    }
}
