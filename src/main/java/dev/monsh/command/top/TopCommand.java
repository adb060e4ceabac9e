package dev.monsh.command.top;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.TerminalProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code top}: groups, services, logs, a plot and alerts of a box on one screen. */
public final class TopCommand {

    private static final Option.Flag ONCE = Option.flag("once", "print one frame and exit");
    private static final Option.Single<String> SIZE =
            Option.text("size", "COLUMNSxROWS", ValueKind.TEXT, "the size of the frame of --once, such as 110x40");
    private static final Option.Single<Path> SVG =
            Option.file("svg", "FILE", "with --once, also draw the frame to FILE");
    private static final Option.Single<Path> RECORD =
            Option.file("record", "FILE", "record the screen to FILE (asciicast v2)");

    private static final Pattern COLUMNS_AND_ROWS = Pattern.compile("([0-9]{1,3})x([0-9]{1,3})");
    private static final int PIPED_COLUMNS = 110;
    private static final int PIPED_ROWS = 40;

    private final Supplier<Top> top;

    /** Takes what makes the dashboard when it is asked for. */
    public TopCommand(Supplier<Top> top) {
        this.top = top;
    }

    /** Returns the command. */
    public MonshCommand define(Session session) {
        return MonshCommand.named("top")
                .group("Start")
                .summary("Show groups, services, logs and alerts of a box on one screen, live")
                .details("""
                        On the box itself the numbers come from /proc each second and the history from Prometheus; for
                        another box everything comes from its Prometheus and Loki. Without Loki the lines come from the
                        files that Promtail ships. Press ? for the keys, q to end. --once prints one frame as text, after
                        every source has answered or had 5s to. --box all, --box A,B and --box 'site-*' show several boxes, a row
                        each; Enter opens one.
                        """)
                .option(ONCE)
                .option(SIZE)
                .option(SVG)
                .option(RECORD)
                .example("monsh top", "the box in use, live")
                .example("monsh top --box all", "all boxes of the configuration, a row each")
                .example("monsh top --once --size 80x24", "one frame as text, for a script or a report")
                .runs(session, this::run);
    }

    private ExitCode run(Invocation call) {
        Console console = call.console();
        if (call.get(ONCE)) {
            if (call.has(RECORD)) {
                throw new UsageException("--record", "cannot be combined with --once", "monsh help top");
            }
            once(call, console);
            return ExitCode.DONE;
        }
        refuseWithoutTerminal(call);
        top.get().show(call.globals(), console, call.get(RECORD));
        return ExitCode.DONE;
    }

    private static void refuseWithoutTerminal(Invocation call) {
        for (Option<?> option : List.<Option<?>>of(SIZE, SVG)) {
            if (call.has(option)) {
                throw new UsageException(option.toString(), "requires --once", "monsh help top");
            }
        }
        TerminalProfile profile = call.console().profile();
        if (!profile.stdinTerminal() || !profile.stdoutTerminal()) {
            throw new UsageException("top", "requires a terminal", "monsh top --once");
        }
    }

    private void once(Invocation call, Console console) {
        TerminalProfile profile = console.profile();
        int columns = profile.stdoutTerminal() ? profile.width() : PIPED_COLUMNS;
        int rows = profile.stdoutTerminal() ? Math.max(1, profile.height() - 1) : PIPED_ROWS;
        Optional<String> size = call.get(SIZE);
        if (size.isPresent()) {
            Matcher matcher = COLUMNS_AND_ROWS.matcher(size.get());
            if (!matcher.matches()
                    || matcher.group(1).matches("0+")
                    || matcher.group(2).matches("0+")) {
                throw new UsageException("--size " + size.get(), "isn't a size; use 110x40", "monsh help top");
            }
            columns = Integer.parseInt(matcher.group(1));
            rows = Integer.parseInt(matcher.group(2));
        }
        top.get().once(call.globals(), console, columns, rows, call.get(SVG));
    }
}
