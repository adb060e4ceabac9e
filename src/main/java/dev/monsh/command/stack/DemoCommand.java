package dev.monsh.command.stack;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.command.logs.LogRange;
import dev.monsh.command.metrics.AskedQuery;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.logs.Direction;
import dev.monsh.logs.LogQuery;
import dev.monsh.logs.TimeRange;
import dev.monsh.logs.files.LogFiles;
import dev.monsh.metrics.MetricsSource;
import dev.monsh.metrics.Query;
import dev.monsh.metrics.QueryResult;
import dev.monsh.stack.demo.Demo;
import dev.monsh.stack.demo.DemoHandle;
import dev.monsh.stack.demo.DemoStopped;
import dev.monsh.stack.demo.DemoWorker;
import dev.monsh.stack.engine.Ended;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.Sanitizer;
import dev.monsh.view.logs.LogLineWriter;
import dev.monsh.view.logs.LogView;
import dev.monsh.view.query.QueryView;
import dev.monsh.view.stack.ProgressView;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code demo}: a stack with sample workers on this machine, and the manual's two queries answered by it. */
public final class DemoCommand {

    private static final Option.Flag STOP = Option.flag("stop", "end the demo");

    /** A rate needs two scrapes; the demo's are a second apart. */
    private static final Duration UNTIL_RATES = Duration.ofSeconds(60);

    private static final String LINES_QUERY = "{service=\"ppl_detection_double_check\"}";
    private static final int LINES = 5;
    private static final Duration HISTORY = Duration.ofHours(1);

    private final Supplier<Demo> demo;
    private final BiFunction<URI, GlobalOptions, MetricsSource> sources;
    private final Function<Path, LogFiles> files;
    private final InstantSource clock;
    private final Entrance entrance;

    /** Leads into the console of a demo. */
    @FunctionalInterface
    public interface Entrance {
        /** Makes the demo the box in use and, where the program would end now and a user is there, opens the console. */
        ExitCode enter(DemoHandle handle);
    }

    public DemoCommand(
            Supplier<Demo> demo,
            BiFunction<URI, GlobalOptions, MetricsSource> sources,
            Function<Path, LogFiles> files,
            InstantSource clock,
            Entrance entrance) {
        this.demo = demo;
        this.sources = sources;
        this.files = files;
        this.clock = clock;
        this.entrance = entrance;
    }

    /** Returns the command. */
    public MonshCommand define(Session session) {
        return MonshCommand.named("demo")
                .group("Start")
                .summary("Start sample workers and a Prometheus that watches them")
                .details("""
                        Everything runs as plain processes of yours on 127.0.0.1 and is written below monsh's own data folder.
                        Prometheus and process-exporter are taken from PATH; where they are missing they are fetched as
                        Debian packages into monsh's cache folder, without root. On a terminal the console of the demo opens
                        at the end. --stop ends all that the demo started, and nothing else.
                        """)
                .option(STOP)
                .formats(
                        OutputFormat.TABLE,
                        OutputFormat.TSV,
                        OutputFormat.CSV,
                        OutputFormat.JSON,
                        OutputFormat.JSONL,
                        OutputFormat.RAW)
                .example("monsh demo", "the first thing to try")
                .example("monsh demo --stop", "ends it")
                .runs(session, this::run);
    }

    private ExitCode run(Invocation call) throws InterruptedException {
        Console console = call.console();
        if (call.globals().dryRun()) {
            console.note(call.get(STOP) ? "would end the demo" : "would start the demo, or find the one that runs");
            return ExitCode.DONE;
        }
        return call.get(STOP) ? stop(console) : start(call, console);
    }

    private ExitCode stop(Console console) {
        DemoStopped stopped = demo.get().stop(new ProgressView(console)::show);
        List<String> names = stopped.ended().stream().map(Ended::name).toList();
        console.note(names.isEmpty() ? "no demo was running" : "ended: " + String.join(", ", names));
        return ExitCode.DONE;
    }

    private ExitCode start(Invocation call, Console console) throws InterruptedException {
        OutputFormat format = call.format();
        DemoHandle handle = demo.get().start(new ProgressView(console)::show);
        if (handle.alreadyRunning()) {
            console.note("the demo runs already");
        }
        MetricsSource source = sources.apply(handle.prometheusUrl(), call.globals());
        awaitRates(source, handle, console);
        Query query = new Query.Instantaneous(expression(handle), Optional.empty());
        console.note("");
        console.note("CPU seconds per second of the demo's workers:");
        console.note("  monsh query '" + query.expression() + "'");
        new AskedQuery(source, query).writeTo(new QueryView(console), format);
        console.out().flush();
        showLines(handle, console, format);
        sayWhatNext(handle, console);
        return entrance.enter(handle);
    }

    /** The manual's query for lines, answered by the files that its Promtail would ship. */
    private void showLines(DemoHandle handle, Console console, OutputFormat format) {
        Instant now = clock.instant();
        TimeRange range = new TimeRange(LogRange.nanos(now.minus(HISTORY)), LogRange.nanos(now));
        LogQuery query = new LogQuery(LINES_QUERY, range, LINES, Direction.FORWARD);
        console.note("");
        console.note("the last log lines of one of them:");
        console.note("  monsh logs '" + query.expression() + "'");
        LogLineWriter writer = new LogView(console, Optional.empty(), Optional.empty()).writer(format);
        files.apply(handle.promtailFile()).read(query, writer::line);
        writer.finish();
        console.out().flush();
    }

    /** The manual's query, for all the workers at once, over a range that is filled soon after the start. */
    private static String expression(DemoHandle handle) {
        String names = handle.workers().stream().map(DemoWorker::groupname).collect(Collectors.joining("|"));
        return "sum by (groupname) (rate(namedprocess_namegroup_cpu_seconds_total{groupname=~\"" + names + "\"}[10s]))";
    }

    private void awaitRates(MetricsSource source, DemoHandle handle, Console console) throws InterruptedException {
        Instant end = clock.instant().plus(UNTIL_RATES);
        Query query = new Query.Instantaneous(expression(handle) + " > 0", Optional.empty());
        boolean said = false;
        while (true) {
            QueryResult.Collector collector = new QueryResult.Collector();
            try {
                source.query(query, collector);
            } catch (UnreachableException e) {
                // right after its start Prometheus may still refuse; its end is told by the time limit
                console.note(e.why());
            }
            if (collector.result().series().size() >= handle.workers().size()) {
                return;
            }
            if (clock.instant().isAfter(end)) {
                throw new TimedOutException(
                        "demo",
                        "Prometheus has no CPU rate of every worker after " + UNTIL_RATES.toSeconds() + "s",
                        "monsh demo --stop");
            }
            if (!said) {
                console.note("waiting for the second scrape …");
                said = true;
            }
            Thread.sleep(Duration.ofMillis(250));
        }
    }

    private static void sayWhatNext(DemoHandle handle, Console console) {
        String folder = Sanitizer.visible(handle.folder().toString());
        console.note("");
        console.note("Prometheus: " + handle.prometheusUrl() + "   files and logs: " + folder);
        console.note("from another shell: " + "monsh --box demo query up" + "   to end it: monsh demo --stop");
    }
}
