package dev.monsh.command.metrics;

import dev.monsh.cli.DurationValue;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.TimeValue;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Following;
import dev.monsh.command.Repeater;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.metrics.Answered;
import dev.monsh.metrics.MetricsSource;
import dev.monsh.metrics.Notices;
import dev.monsh.metrics.Query;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.query.QueryView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** {@code query EXPR}: PromQL at a point in time or over a range. */
public final class QueryCommand {

    private static final Option.Single<TimeValue> AT = Option.time("at", "evaluate at T instead of now");
    private static final Option.Single<Duration> RANGE = Option.duration("range", "over the last D, or D up to --end");
    private static final Option.Single<TimeValue> START = Option.time("start", "starting at T");
    private static final Option.Single<TimeValue> END = Option.time("end", "up to T, instead of now");
    private static final Option.Single<Duration> STEP = Option.positiveDuration("step", "interval between points");
    private static final Option.Flag EXACT = Option.flag("exact", "show all digits in a table, as the other forms do");
    private static final Option.Flag FAIL_ON_EMPTY = Option.flag("fail-on-empty", "exit with 1 if no series matches");
    private static final Option.Flag WARN_AS_ERROR = Option.flag("warn-as-error", "exit with 6 if the server warns");

    private static final Duration USUAL_GRAPH_RANGE = Duration.ofHours(1);

    private final Function<GlobalOptions, MetricsSource> sources;
    private final InstantSource clock;
    private final Repeater repeater;

    public QueryCommand(Function<GlobalOptions, MetricsSource> sources, InstantSource clock, Repeater repeater) {
        this.sources = sources;
        this.clock = clock;
        this.repeater = repeater;
    }

    /** Returns the command. */
    public MonshCommand define(Session session) {
        return MonshCommand.named("query")
                .group("Metrics")
                .summary("Run a PromQL expression")
                .details("""
                        Without a range, prints the current value, or the value --at a time. --range D (the last D)
                        and --start make it a range query; without --step it returns about 250 points per series. -o
                        graph plots the last hour unless you give a range.

                        In the console and in scripts, the rest of the line is the expression, up to any options at
                        its end: query up -o json. In quotes, or after --, everything belongs to the expression.
                        """)
                .required("EXPR", ValueKind.EXPRESSION)
                .option(AT)
                .option(RANGE)
                .option(START)
                .option(END)
                .option(STEP)
                .option(Following.WATCH)
                .option(EXACT)
                .option(FAIL_ON_EMPTY)
                .option(WARN_AS_ERROR)
                .formats(
                        OutputFormat.TABLE,
                        OutputFormat.TSV,
                        OutputFormat.CSV,
                        OutputFormat.JSON,
                        OutputFormat.JSONL,
                        OutputFormat.RAW,
                        OutputFormat.GRAPH)
                .example("monsh query up", "which scrape targets are up")
                .example(
                        "monsh query 'sum by (groupname) (rate(namedprocess_namegroup_cpu_seconds_total[1m]))' -o json",
                        "CPU seconds per second of each process group, as the API's data object")
                .example(
                        "monsh query --range 15m -o graph 'namedprocess_namegroup_num_procs'",
                        "how many processes each group had, as a plot")
                .example("monsh query -o raw 'vector(1)'", "only the value, for a script")
                .runs(session, this::run);
    }

    private ExitCode run(Invocation call) {
        MetricsSource source = sources.apply(call.globals());
        OutputFormat format = call.format();
        Optional<Duration> watch = call.get(Following.WATCH);
        // read once before anything is asked, so that a wrong option is said at once
        Query first = query(call, format);
        if (watch.isEmpty()) {
            return once(call, source, first, format, call.console());
        }
        return repeater.every(
                watch.get(), call.console(), console -> once(call, source, query(call, format), format, console));
    }

    private static ExitCode once(
            Invocation call, MetricsSource source, Query query, OutputFormat format, Console console) {
        boolean exact = call.get(EXACT) || !console.profile().stdoutTerminal();
        Answered answered = new AskedQuery(source, query).writeTo(new QueryView(console, exact), format);
        console.out().flush();
        Notices notices = answered.notices();
        notices.warnings().forEach(console::warn);
        notices.infos().forEach(info -> console.note("monsh: info: " + info));
        // a graph is for people, wherever it goes
        if (answered.empty() && (console.profile().stdoutTerminal() || format == OutputFormat.GRAPH)) {
            console.note("no series");
        }
        if (call.get(WARN_AS_ERROR) && !notices.warnings().isEmpty()) {
            return ExitCode.PARTIAL;
        }
        return answered.empty() && call.get(FAIL_ON_EMPTY) ? ExitCode.NO : ExitCode.DONE;
    }

    private Query query(Invocation call, OutputFormat format) {
        String expression = call.argument(0);
        if (expression.isBlank()) {
            throw new UsageException("query", "the expression is empty", "monsh help query");
        }
        Instant now = clock.instant();
        boolean range = call.has(RANGE) || call.has(START);
        if (!range && call.has(AT)) {
            return new Query.Instantaneous(expression, call.get(AT).map(time -> time.at(now)));
        }
        if (range && call.has(AT)) {
            throw new UsageException(
                    "--at", "cannot be combined with --range or --start; use --end for the end of a range");
        }
        if (!range && format != OutputFormat.GRAPH) {
            if (call.has(END) || call.has(STEP)) {
                throw new UsageException("query", "--end and --step need --range or --start", "monsh help query");
            }
            return new Query.Instantaneous(expression, Optional.empty());
        }
        return range(call, expression, now);
    }

    private static Query.Range range(Invocation call, String expression, Instant now) {
        if (call.has(RANGE) && call.has(START)) {
            throw new UsageException("query", "give --range or --start, not both", "monsh help query");
        }
        Instant end = call.get(END).map(time -> time.at(now)).orElse(now);
        Instant start = call.get(START)
                .map(time -> time.at(now))
                .orElseGet(() -> end.minus(call.get(RANGE).orElse(USUAL_GRAPH_RANGE)));
        if (end.isBefore(start)) {
            throw new UsageException("--start", "is after the end of the range");
        }
        Duration step = call.get(STEP).orElseGet(() -> Query.Range.usualStep(start, end));
        Query.Range query = new Query.Range(expression, start, end, step);
        if (query.points() > Query.Range.MOST_POINTS) {
            throw new UsageException(
                    "--step " + DurationValue.format(step),
                    "gives " + query.points() + " points per series; Prometheus allows " + Query.Range.MOST_POINTS,
                    "--step " + DurationValue.format(query.leastStep()));
        }
        return query;
    }
}
