package dev.monsh.command.logs;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.failure.Counted;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UsageException;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.TimeRange;
import dev.monsh.logs.export.ExportPlan;
import dev.monsh.logs.export.LogExport;
import dev.monsh.logs.read.ReadSettings;
import dev.monsh.terminal.Console;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

/** {@code logs export}: whole ranges into files. */
final class LogExportCommand {

    private static final Option.Single<Path> OUT = Option.folder("out", "the folder for the files; created if missing");
    private static final Option.Single<Integer> JOBS =
            Option.number("jobs", 1, "how many parts to read at once; default 3");

    private static final int USUAL_JOBS = 3;

    private final LogPlaces places;
    private final InstantSource clock;

    LogExportCommand(LogPlaces places, InstantSource clock) {
        this.places = places;
        this.clock = clock;
    }

    MonshCommand define(Session session) {
        return MonshCommand.named("logs export")
                .group("Logs")
                .summary("Export every log line of a range to files")
                .details("""
                        Reads the range in parts, several at once. Each part becomes a file of JSON lines, as logs -o
                        jsonl writes them; the file names sort by time. export.json next to them records which parts
                        are done and how many lines each has, and at the end the files are counted against it. If an
                        export was stopped, the same command continues it, with the original range.
                        """)
                .required("EXPR", ValueKind.LOG_EXPRESSION)
                .option(LogRange.REQUIRED_SINCE)
                .option(LogRange.START)
                .option(LogRange.END)
                .option(OUT)
                .option(JOBS)
                .example(
                        "monsh logs export --since 1d --out errors '{service=~\".+\"} |= \"ERROR\"'",
                        "a day's errors, written to the folder errors")
                .runs(session, this::run);
    }

    private ExitCode run(Invocation call) {
        if (!LogRange.given(call)) {
            throw new UsageException("logs export", "needs --since or --start", "monsh help logs export");
        }
        Path folder = call.get(OUT)
                .orElseThrow(() -> new UsageException("logs export", "needs --out DIR", "monsh help logs export"));
        TimeRange range = LogRange.of(call, clock.instant());
        int jobs = call.get(JOBS).orElse(USUAL_JOBS);
        if (call.globals().dryRun()) {
            call.console().note("would export into " + folder);
            return ExitCode.DONE;
        }
        LogSource source = places.requiredLoki(call.globals());
        Console console = call.console();
        Progress progress = new Progress(console);
        try {
            ExportPlan plan = new LogExport(source, ReadSettings.defaults(), places.export(folder), progress)
                    .run(call.argument(0), range, jobs);
            progress.clear();
            console.note(Counted.of(plan.lines(), "line") + " in "
                    + Counted.of(plan.parts().size(), "file") + " in " + folder);
            return ExitCode.DONE;
        } catch (RejectedException e) {
            throw LogChoice.pointed(e, call.argument(0));
        } finally {
            progress.clear();
        }
    }

    /** How far it is, on one line of a terminal; called from several threads. */
    private static final class Progress implements Consumer<ExportPlan> {

        private static final String START_OF_LINE = "\r\u001b[K";

        private final Console console;
        private final boolean shown;

        Progress(Console console) {
            this.console = console;
            this.shown = console.profile().stderrTerminal() && console.profile().escapes() && !console.quiet();
        }

        @Override
        public synchronized void accept(ExportPlan plan) {
            if (shown) {
                long done =
                        plan.parts().stream().filter(ExportPlan.Part::isDone).count();
                console.progress(START_OF_LINE + done + " of "
                        + Counted.of(plan.parts().size(), "part") + ", " + Counted.of(plan.lines(), "line"));
            }
        }

        synchronized void clear() {
            if (shown) {
                console.progress(START_OF_LINE);
            }
        }
    }
}
