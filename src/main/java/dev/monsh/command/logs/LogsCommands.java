package dev.monsh.command.logs;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.UntilInterrupted;
import dev.monsh.failure.ExitCode;
import dev.monsh.labels.Labels;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.TimeRange;
import dev.monsh.logs.files.LogFiles;
import dev.monsh.logs.ql.LogSelector;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.ResultView;
import dev.monsh.view.logs.LogsViews;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code logs …}: lines, and what there is to ask for. */
public final class LogsCommands {

    private static final OutputFormat[] LIST_FORMATS = {
        OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.CSV, OutputFormat.JSON, OutputFormat.JSONL
    };

    private final LogPlaces places;
    private final InstantSource clock;
    private final UntilInterrupted interruption;
    private final LogChoice choice;

    public LogsCommands(LogPlaces places, InstantSource clock, UntilInterrupted interruption) {
        this.places = places;
        this.clock = clock;
        this.interruption = interruption;
        this.choice = new LogChoice(places);
    }

    /** Returns the commands. */
    public Stream<MonshCommand> define(Session session) {
        return Stream.of(
                new LogsCommand(places, clock, interruption).define(session),
                list("logs labels", "List the labels of streams, or the values of one")
                        .optional("NAME", ValueKind.LOG_LABEL)
                        .option(LogChoice.FROM_FILES)
                        .example("monsh logs labels service", "the services that logged in the last hour")
                        .runs(session, this::labels),
                list("logs series", "List the streams that a selector matches")
                        .required("SEL", ValueKind.LOG_EXPRESSION)
                        .option(LogChoice.FROM_FILES)
                        .example("monsh logs series '{service=~\".+\"}'", "every stream with a service")
                        .runs(session, this::series),
                list("logs stats", "Count what Loki's index holds for a selector")
                        .details("Lines that are still in the ingester's memory are not counted.")
                        .required("SEL", ValueKind.LOG_EXPRESSION)
                        .example("monsh logs stats --since 1d '{service=~\".+\"}'", "streams, chunks, bytes and lines")
                        .runs(
                                session,
                                call -> ask(call, (source, range) -> {
                                    LogsViews.stats()
                                            .print(
                                                    call.console(),
                                                    call.format(),
                                                    List.of(source.stats(call.argument(0), range)));
                                    return ExitCode.DONE;
                                })),
                list("logs volume", "Show how many bytes each label set takes")
                        .required("SEL", ValueKind.LOG_EXPRESSION)
                        .formats(
                                OutputFormat.TABLE,
                                OutputFormat.TSV,
                                OutputFormat.CSV,
                                OutputFormat.JSON,
                                OutputFormat.JSONL,
                                OutputFormat.GRAPH)
                        .example("monsh logs volume -o graph '{service=~\".+\"}'", "who writes the most, as bars")
                        .runs(session, this::volume),
                list("logs fields", "List the fields that Loki finds in the lines")
                        .required("SEL", ValueKind.LOG_EXPRESSION)
                        .example(
                                "monsh logs fields '{service=\"ppl_detection_double_check\"}'",
                                "the fields that | json and | logfmt would extract")
                        .runs(session, this::fields),
                new LogExportCommand(places, clock).define(session));
    }

    private static MonshCommand.Builder list(String name, String summary) {
        return MonshCommand.named(name)
                .group("Logs")
                .summary(summary)
                .option(LogRange.SINCE)
                .option(LogRange.START)
                .option(LogRange.END)
                .formats(LIST_FORMATS);
    }

    private ExitCode ask(Invocation call, BiFunction<LogSource, TimeRange, ExitCode> question) {
        try {
            return question.apply(places.requiredLoki(call.globals()), LogRange.of(call, clock.instant()));
        } catch (dev.monsh.failure.RejectedException e) {
            throw LogChoice.pointed(e, call.argument(0));
        }
    }

    private ExitCode labels(Invocation call) {
        TimeRange range = LogRange.of(call, clock.instant());
        boolean names = call.optionalArgument(0).isEmpty();
        Function<LogSource, List<String>> loki =
                source -> names ? source.labelNames(range) : source.labelValues(call.argument(0), range);
        Function<LogFiles, List<String>> files =
                from -> names ? labelNames(from.streams()) : labelValues(from.streams(), call.argument(0));
        List<String> found = choice.ask(call, "", loki, files);
        ResultView<String> view = LogsViews.names(names ? "label" : call.argument(0));
        view.print(call.console(), call.format(), found);
        return ExitCode.DONE;
    }

    /** Returns the names of labels of streams, sorted. */
    public static List<String> labelNames(List<Labels> streams) {
        return streams.stream()
                .flatMap(labels -> labels.values().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the values of a label of streams, sorted. */
    public static List<String> labelValues(List<Labels> streams, String name) {
        return streams.stream()
                .map(labels -> labels.get(name))
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private ExitCode series(Invocation call) {
        TimeRange range = LogRange.of(call, clock.instant());
        String selector = call.argument(0);
        List<Labels> found = choice.ask(
                call,
                selector,
                source -> source.series(selector, range),
                files -> files.streams().stream()
                        .filter(LogSelector.parse(selector)::selects)
                        .toList());
        LogsViews.series().print(call.console(), call.format(), found);
        return ExitCode.DONE;
    }

    private ExitCode volume(Invocation call) {
        return ask(call, (source, range) -> {
            List<LogSource.Volume> volumes = source.volume(call.argument(0), range);
            if (call.format() == OutputFormat.GRAPH) {
                LogsViews.volumeBars(call.console(), volumes);
            } else {
                LogsViews.volume().print(call.console(), call.format(), volumes);
            }
            return ExitCode.DONE;
        });
    }

    private ExitCode fields(Invocation call) {
        return ask(call, (source, range) -> {
            LogsViews.fields().print(call.console(), call.format(), source.detectedFields(call.argument(0), range));
            return ExitCode.DONE;
        });
    }
}
