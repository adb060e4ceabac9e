package dev.monsh.command.logs;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.Option;
import dev.monsh.command.UntilInterrupted;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UsageException;
import dev.monsh.logs.Direction;
import dev.monsh.logs.LineSink;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.LogQuery;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.files.LogFiles;
import dev.monsh.logs.read.LogReader;
import dev.monsh.logs.read.ReadOutcome;
import dev.monsh.logs.read.ReadSettings;
import dev.monsh.logs.tail.LogTail;
import dev.monsh.logs.tail.PositionStore;
import dev.monsh.logs.tail.TailQuery;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.logs.FollowedLines;
import dev.monsh.view.logs.LogView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code logs -f}: the newest lines, and then what follows. */
final class LogFollow {

    static final Option.Single<Path> CURSOR =
            Option.file("cursor", "FILE", "with -f: continue where the last call ended");

    private final LogPlaces places;
    private final LogChoice choice;
    private final UntilInterrupted interruption;

    LogFollow(LogPlaces places, LogChoice choice, UntilInterrupted interruption) {
        this.places = places;
        this.choice = choice;
        this.interruption = interruption;
    }

    ExitCode run(Invocation call, LogRequest request) {
        refuse(call);
        String expression = request.query().expression();
        Optional<PositionStore> position = call.get(CURSOR).map(places::position);
        LogView view = new LogView(call.console(), request.zone(), request.search());
        OutputFormat format = call.format();
        choice.ask(
                call,
                expression,
                source -> {
                    OptionalLong start = position.flatMap(PositionStore::load).isPresent()
                            ? OptionalLong.empty()
                            : start(call, request, source);
                    FollowedLines lines = new FollowedLines(
                            call.console(), view.writer(format), request.query().filter());
                    LogTail tail = LogTail.of(source, impatient(call).orElse(source));
                    TailQuery query = new TailQuery(expression, start);
                    PositionStore store = position.orElseGet(PositionStore::none);
                    interruption.run(() -> ending(lines, () -> tail.run(query, store, lines)), tail::stop);
                    return true;
                },
                files -> {
                    refuseCursor(call);
                    FollowedLines lines = new FollowedLines(
                            call.console(), view.writer(format), request.query().filter());
                    files.read(newest(request), lines.asLineSink());
                    lines.pause();
                    LogFiles.Tail tail = files.tail();
                    interruption.run(() -> ending(lines, () -> tail.run(expression, lines.asLineSink())), tail::stop);
                    return true;
                });
        return ExitCode.INTERRUPTED;
    }

    /** Returns the same Loki with a short limit for an answer. */
    private Optional<LogSource> impatient(Invocation call) {
        Duration limit = call.globals()
                .timeout()
                .filter(given -> given.compareTo(LogTail.QUERY_LIMIT) < 0)
                .orElse(LogTail.QUERY_LIMIT);
        return places.loki(call.globals().withTimeout(limit));
    }

    private static void ending(FollowedLines lines, Runnable work) {
        work.run();
        lines.finish();
    }

    private static void refuse(Invocation call) {
        if (call.has(LogRange.END) || call.get(LogRequest.NEWEST_FIRST)) {
            throw new UsageException("-f", "cannot be combined with --end or --newest-first", "monsh help logs");
        }
        if (call.format() == OutputFormat.GRAPH) {
            throw new UsageException("-o graph", "plots numbers; only lines can be followed", "monsh help logs");
        }
    }

    private static void refuseCursor(Invocation call) {
        if (call.has(CURSOR)) {
            throw new UsageException("--cursor", "stores a position in Loki; files have none", "monsh help logs");
        }
    }

    /** Returns the time of the first line to show; all of a range that was asked for without a limit. */
    private static OptionalLong start(Invocation call, LogRequest request, LogSource source) {
        if (request.bounded() && !call.has(LogRequest.LIMIT)) {
            return OptionalLong.of(request.query().range().startNanos());
        }
        LogQuery newest = newest(request);
        if (newest.limit() == 0) {
            return OptionalLong.of(newest.range().startNanos());
        }
        Earliest earliest = new Earliest(newest.range().endNanos());
        if (new LogReader(source, ReadSettings.defaults()).read(newest, earliest) instanceof ReadOutcome.Metric) {
            throw new RejectedException("logs -f", "the expression returns numbers; only lines can be followed");
        }
        return OptionalLong.of(earliest.nanos);
    }

    private static LogQuery newest(LogRequest request) {
        LogQuery query = request.query();
        return new LogQuery(query.expression(), query.range(), query.limit(), Direction.FORWARD, query.filter());
    }

    private static final class Earliest implements LineSink {

        private long nanos;

        Earliest(long otherwise) {
            this.nanos = otherwise;
        }

        @Override
        public void line(LogLine line) {
            nanos = Math.min(nanos, line.timestampNanos());
        }
    }
}
