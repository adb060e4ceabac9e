package dev.monsh.command.metrics;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.labels.Labels;
import dev.monsh.metrics.MetricMetadata;
import dev.monsh.metrics.MetricsSource;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
import dev.monsh.view.ResultView;
import dev.monsh.view.query.MetricsViews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** {@code metrics …}: what there is to ask for, and the state of Prometheus itself. */
public final class MetricsCommands {

    private static final OutputFormat[] LIST_FORMATS = {
        OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.CSV, OutputFormat.JSON, OutputFormat.JSONL
    };

    private static final Option.Repeated<String> MATCH = Option.text(
                    "match", "SEL", ValueKind.SELECTOR, "only from series that match SEL; repeatable")
            .repeated();

    private final Function<GlobalOptions, MetricsSource> sources;

    public MetricsCommands(Function<GlobalOptions, MetricsSource> sources) {
        this.sources = sources;
    }

    /** Returns the commands. */
    public Stream<MonshCommand> define(Session session) {
        return Stream.of(
                list("metrics", "List metrics, their types and what they mean")
                        .optional("PATTERN", ValueKind.METRIC)
                        .option(MATCH)
                        .details(
                                "PATTERN is a regular expression that may match anywhere in the name. Exit code 1 if nothing"
                                        + " matched.")
                        .example("monsh metrics namedprocess", "the metrics of process-exporter")
                        .runs(session, this::metrics),
                list("metrics labels", "List the names of labels, or the values of one")
                        .optional("NAME", ValueKind.LABEL)
                        .option(MATCH)
                        .example("monsh metrics labels groupname", "the process groups")
                        .runs(session, this::labels),
                list("metrics series", "List the series that selectors match")
                        .oneOrMore("SEL", ValueKind.SELECTOR)
                        .example(
                                "monsh metrics series 'namedprocess_namegroup_num_procs{groupname=~\".*stream02\"}'",
                                "the series of groups whose name ends in stream02")
                        .runs(session, this::series),
                list("metrics targets", "List the scrape targets and whether they answer")
                        .example("monsh metrics targets", "what Prometheus scrapes")
                        .runs(
                                session,
                                call -> print(
                                        call,
                                        "scrape targets",
                                        MetricsViews.targets(Instant.now()),
                                        MetricsSource::targets)),
                list("metrics rules", "List recording and alerting rules")
                        .example("monsh metrics rules", "the rules and their health")
                        .runs(session, call -> print(call, "rules", MetricsViews.rules(), MetricsSource::rules)),
                list("metrics alerts", "List the alerts that are pending or firing")
                        .example("monsh metrics alerts -o json", "the alerts as JSON")
                        .runs(
                                session,
                                call -> print(
                                        call,
                                        "pending or firing alerts",
                                        MetricsViews.alerts(Instant.now()),
                                        MetricsSource::alerts)),
                list("metrics cardinality", "Show what fills Prometheus's memory")
                        .example("monsh metrics cardinality", "the metrics and labels with the most series")
                        .runs(session, this::cardinality));
    }

    private static MonshCommand.Builder list(String name, String summary) {
        return MonshCommand.named(name).group("Metrics").summary(summary).formats(LIST_FORMATS);
    }

    private <T> ExitCode print(
            Invocation call, String plural, ResultView<T> view, Function<MetricsSource, List<T>> ask) {
        found(call, plural, view, ask);
        return ExitCode.DONE;
    }

    /** Prints what is found and returns it; on a terminal, where nothing at all would be odd, says that there is none. */
    private <T> List<T> found(
            Invocation call, String plural, ResultView<T> view, Function<MetricsSource, List<T>> ask) {
        List<T> found = ask.apply(sources.apply(call.globals()));
        view.print(call.console(), call.format(), found);
        if (found.isEmpty() && call.console().profile().stdoutTerminal()) {
            call.console().note("no " + plural);
        }
        return found;
    }

    private record Metric(String name, MetricMetadata metadata) {}

    private ExitCode metrics(Invocation call) {
        Predicate<String> wanted =
                call.optionalArgument(0).map(MetricsCommands::finder).orElse(name -> true);
        ResultView<Metric> view = Columns.<Metric>of()
                .text("metric", Metric::name)
                .style(Style.ACCENT)
                .text("type", metric -> metric.metadata().type())
                .text("help", metric -> metric.metadata().help())
                .style(Style.FAINT)
                .cut(16)
                .member("unit", metric -> metric.metadata().unit())
                .view();
        List<Metric> found = found(
                call,
                call.optionalArgument(0)
                        .map(each -> "metrics that match " + each)
                        .orElse("metrics"),
                view,
                source -> {
                    Map<String, MetricMetadata> metadata = source.metadata();
                    MetricMetadata unknown = new MetricMetadata("", "", "");
                    return source.labelValues(Labels.NAME, call.get(MATCH)).stream()
                            .filter(wanted)
                            .map(name -> new Metric(name, metadataOf(metadata, name, unknown)))
                            .toList();
                });
        return found.isEmpty() && call.optionalArgument(0).isPresent() ? ExitCode.NO : ExitCode.DONE;
    }

    /** Histograms and summaries have their metadata under the name without the suffix of their series. */
    private static MetricMetadata metadataOf(
            Map<String, MetricMetadata> metadata, String name, MetricMetadata otherwise) {
        MetricMetadata own = metadata.get(name);
        if (own != null) {
            return own;
        }
        return metadata.getOrDefault(name.replaceFirst("_(bucket|sum|count|total|created|info)$", ""), otherwise);
    }

    private static Predicate<String> finder(String pattern) {
        try {
            return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).asPredicate();
        } catch (PatternSyntaxException e) {
            throw new UsageException(
                    "metrics " + pattern,
                    "isn't a regular expression: " + e.getDescription() + " at character " + (e.getIndex() + 1));
        }
    }

    private ExitCode labels(Invocation call) {
        List<String> selectors = call.get(MATCH);
        boolean names = call.optionalArgument(0).isEmpty();
        ResultView<String> view = MetricsViews.names(names ? "label" : call.argument(0));
        return print(
                call,
                names ? "labels" : "values of the label " + call.argument(0),
                view,
                source -> names ? source.labelNames(selectors) : source.labelValues(call.argument(0), selectors));
    }

    private ExitCode series(Invocation call) {
        return print(
                call, "series that match " + String.join(" ", call.argumentsFrom(0)), MetricsViews.series(), source -> {
                    List<Labels> series = new ArrayList<>();
                    source.series(call.argumentsFrom(0), series::add);
                    return series;
                });
    }

    private ExitCode cardinality(Invocation call) {
        return print(call, "series", MetricsViews.cardinality(), source -> MetricsViews.rows(source.cardinality()));
    }
}
