package dev.monsh.command.logs;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Following;
import dev.monsh.command.UntilInterrupted;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.logs.LineSink;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.MetricResult;
import dev.monsh.logs.read.LogReader;
import dev.monsh.logs.read.ReadOutcome;
import dev.monsh.logs.read.ReadSettings;
import dev.monsh.logs.tail.TailEvent;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.logs.LogLineWriter;
import dev.monsh.view.logs.LogView;
import dev.monsh.view.logs.MetricResultView;
import dev.monsh.view.query.TimeSpan;
import java.time.InstantSource;

/** {@code logs EXPR}: the lines that LogQL selects, or the numbers that it makes of them; {@code -f} follows. */
final class LogsCommand {

    private static final Option.Flag FAIL_ON_EMPTY = Option.flag("fail-on-empty", "exit with 1 if no line matches");

    private final LogChoice choice;
    private final LogFollow follow;
    private final InstantSource clock;

    LogsCommand(LogPlaces places, InstantSource clock, UntilInterrupted interruption) {
        this.choice = new LogChoice(places);
        this.follow = new LogFollow(places, choice, interruption);
        this.clock = clock;
    }

    /** Returns the command. */
    MonshCommand define(Session session) {
        return MonshCommand.named("logs")
                .group("Logs")
                .summary("Show the log lines that a LogQL expression selects")
                .details("""
                        Prints the newest 30 lines of the last hour, oldest first. --limit 0 prints all lines of the
                        range, page by page, in constant memory. --grep and --level filter the lines that arrive
                        without changing the query; the limit counts the lines that pass.

                        A metric expression prints what query prints, with --since or --start over a range, and also
                        has the forms csv and graph. On a terminal, times are local, or in the zone of --tz; elsewhere
                        they are RFC 3339 with nanoseconds, in UTC unless --tz is given.

                        With -f, new lines are shown until Ctrl-C, even if Loki or the network restarts; docs/logs.md
                        describes the guarantees. --cursor FILE stores the position, and the next call with the same
                        file continues there.

                        If no Loki is configured or nothing answers at its address, the files named in the stack's
                        promtail.yml are read instead, with a note; --from-files does so explicitly. Files support a
                        selector and the line filters |= != |~ !~.
                        """)
                .required("EXPR", ValueKind.LOG_EXPRESSION)
                .option(LogRange.SINCE)
                .option(LogRange.START)
                .option(LogRange.END)
                .option(LogRequest.LIMIT)
                .option(LogRequest.NEWEST_FIRST)
                .option(LogRequest.TZ)
                .option(LogRequest.GREP)
                .option(LogRequest.LEVEL)
                .option(Following.FOLLOW)
                .option(LogFollow.CURSOR)
                .option(LogChoice.FROM_FILES)
                .option(FAIL_ON_EMPTY)
                .formats(
                        OutputFormat.TABLE,
                        OutputFormat.TSV,
                        OutputFormat.JSONL,
                        OutputFormat.RAW,
                        OutputFormat.JSON,
                        OutputFormat.CSV,
                        OutputFormat.GRAPH)
                .example("monsh logs '{service=\"ppl_detection_double_check\"}'", "the newest lines of a service")
                .example(
                        "monsh logs --since 1d --limit 0 -o jsonl '{service=\"ppl_detection_double_check\"} |= \"ERROR\"'",
                        "a day's errors as JSON")
                .example("monsh logs -f --level warn '{service=~\".+\"}'", "warnings and errors from now on")
                .example(
                        "monsh logs 'sum by (service) (count_over_time({service=~\".+\"}[5m]))'",
                        "how many lines each service wrote in five minutes")
                .runs(session, this::run);
    }

    private ExitCode run(Invocation call) {
        LogRequest request = LogRequest.of(call, clock.instant());
        if (call.get(Following.FOLLOW)) {
            return follow.run(call, request);
        }
        if (call.has(LogFollow.CURSOR)) {
            throw new UsageException("--cursor", "requires -f", "monsh help logs");
        }
        String expression = request.query().expression();
        Reading reading = new Reading(call, request);
        return choice.ask(call, expression, reading::fromLoki, files -> {
            reading.begin();
            return reading.end(files.read(request.query(), reading));
        });
    }

    /** One reading; its form is begun with the first line, since the expression may turn out to give numbers. */
    private static final class Reading implements LineSink {

        private final Invocation call;
        private final LogRequest request;
        private final Console console;
        private final OutputFormat format;
        private final LogView view;
        private @org.jspecify.annotations.Nullable LogLineWriter writer;
        private boolean missing;

        Reading(Invocation call, LogRequest request) {
            this.call = call;
            this.request = request;
            this.console = call.console();
            this.format = call.format();
            this.view = new LogView(console, request.zone(), request.search());
        }

        ExitCode fromLoki(LogSource source) {
            ReadOutcome outcome = new LogReader(source, ReadSettings.defaults()).read(request.query(), this);
            return outcome instanceof ReadOutcome.Metric metric
                    ? numbers(source, metric.result())
                    : end(((ReadOutcome.Lines) outcome).count());
        }

        LogLineWriter begin() {
            LogLineWriter begun = writer;
            if (begun == null) {
                if (format == OutputFormat.GRAPH) {
                    throw new UsageException(
                            "-o graph", "plots numbers, but this query returns lines", "monsh logs volume");
                }
                begun = view.writer(format);
                writer = begun;
            }
            return begun;
        }

        @Override
        public void line(LogLine line) {
            begin().line(line);
        }

        @Override
        public void incomplete(long timestampNanos, long delivered) {
            missing = true;
            String reason = "the server returns only " + delivered + " lines per timestamp";
            begin().gap(new TailEvent.Gap(timestampNanos, timestampNanos, reason));
            console.warn("lines are missing: " + reason);
        }

        ExitCode end(long count) {
            begin().finish();
            console.out().flush();
            if (console.profile().stdoutTerminal()) {
                long limit = request.query().limit();
                if (count == 0) {
                    console.note("no lines");
                } else if (count == limit && !call.has(LogRequest.LIMIT)) {
                    console.note("the newest " + limit + " lines; use --limit N for more, --limit 0 for all");
                }
            }
            if (missing) {
                return ExitCode.PARTIAL;
            }
            return count == 0 && call.get(FAIL_ON_EMPTY) ? ExitCode.NO : ExitCode.DONE;
        }

        private ExitCode numbers(LogSource source, MetricResult overRange) {
            if (!request.query().isUnfiltered()) {
                throw new UsageException("logs", "--grep and --level filter lines, but this query returns numbers");
            }
            long end = request.query().range().endNanos();
            // as query does: a value now, unless a range was asked for
            boolean range = request.bounded() || format == OutputFormat.GRAPH;
            MetricResult result =
                    range ? overRange : source.instant(request.query().expression(), end);
            TimeSpan asked = new TimeSpan(request.query().range().startNanos() / 1_000_000, end / 1_000_000);
            new MetricResultView(console).print(result, asked, format);
            console.out().flush();
            boolean empty = result.series().isEmpty();
            if (empty && console.profile().stdoutTerminal()) {
                console.note("no series");
            }
            return empty && call.get(FAIL_ON_EMPTY) ? ExitCode.NO : ExitCode.DONE;
        }
    }
}
