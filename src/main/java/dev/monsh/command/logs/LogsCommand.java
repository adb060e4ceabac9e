package dev.monsh.command.logs;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
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

    private static final Option.Flag FOLLOW =
            Option.flag("follow", "show what follows, until Ctrl-C").letter('f');
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
                        The newest 30 lines of the last hour, the oldest of them first. --limit 0 gives all lines of the
                        range, page by page, in constant memory. --grep and --level filter what came, without changing the
                        query; the limit counts what they let pass.

                        A metric expression gives what query gives, with --since or --start over a range, and has the forms
                        csv and graph as well. On a terminal the time is the local one, or that of --tz; elsewhere it is
                        RFC 3339 with nanoseconds, in UTC unless --tz is given.

                        With -f the lines that follow are shown until Ctrl-C, through restarts of Loki and of the network;
                        docs/logs.md says what that promises. --cursor FILE keeps how far they were shown, and the next call
                        with the same file goes on from there.

                        Where no Loki is configured or nothing answers at its address, the files that the stack's
                        promtail.yml names are read instead, with a note; --from-files asks for that. Files support a
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
                .option(FOLLOW)
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
                        "a day's errors, for a script")
                .example("monsh logs -f --level warn '{service=~\".+\"}'", "what goes wrong from now on")
                .example(
                        "monsh logs 'sum by (service) (count_over_time({service=~\".+\"}[5m]))'",
                        "how many lines each service wrote in five minutes")
                .runs(session, this::run);
    }

    private ExitCode run(Invocation call) {
        LogRequest request = LogRequest.of(call, clock.instant());
        if (call.get(FOLLOW)) {
            return follow.run(call, request);
        }
        if (call.has(LogFollow.CURSOR)) {
            throw new UsageException("--cursor", "goes with -f only", "monsh help logs");
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
                    throw new UsageException("-o graph", "draws numbers, and these are lines", "monsh logs volume");
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
            String reason = "the server gives only " + delivered + " lines of one timestamp";
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
                    console.note("the newest " + limit + " lines; --limit N gives more, --limit 0 all");
                }
            }
            if (missing) {
                return ExitCode.PARTIAL;
            }
            return count == 0 && call.get(FAIL_ON_EMPTY) ? ExitCode.NO : ExitCode.DONE;
        }

        private ExitCode numbers(LogSource source, MetricResult overRange) {
            if (!request.query().isUnfiltered()) {
                throw new UsageException("logs", "--grep and --level filter lines, and these are numbers");
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
