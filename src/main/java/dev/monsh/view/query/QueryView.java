package dev.monsh.view.query;

import dev.monsh.metrics.MetricsSource;
import dev.monsh.metrics.Notices;
import dev.monsh.metrics.Query;
import dev.monsh.metrics.QueryResult;
import dev.monsh.metrics.ResultHandler;
import dev.monsh.metrics.ResultType;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Delimited;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.TablePrinter;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs a query and writes its answer in one of its forms. All but the table and the plot write as they read. */
public final class QueryView {

    private final Console console;
    private final boolean exact;

    public QueryView(Console console) {
        this(console, false);
    }

    /** Takes whether a table shows all digits, which the other forms always do. */
    public QueryView(Console console, boolean exact) {
        this.console = console;
        this.exact = exact;
    }

    /** What came of it. */
    public record Outcome(boolean empty, Notices notices) {}

    /** Asks and writes. */
    public Outcome print(MetricsSource source, Query query, OutputFormat format) {
        return print(new Asked(source, query), format);
    }

    /** Writes an answer. */
    public Outcome print(QueryAnswer answer, OutputFormat format) {
        return switch (format) {
            case JSON -> json(answer);
            case JSONL -> streamed(answer, new JsonLinesResultWriter(console.out()));
            case RAW -> streamed(answer, new RawResultWriter(console));
            case CSV -> delimited(answer, Delimited.CSV, true);
            case TSV -> delimited(answer, Delimited.TSV, false);
            case GRAPH -> collected(answer, result -> graph(result, answer.span()));
            case TABLE, YAML -> collected(answer, this::table);
        };
    }

    /** An answer that a server gives once its form is known. */
    private record Asked(MetricsSource source, Query query) implements QueryAnswer {

        @Override
        public Notices handTo(ResultHandler handler) {
            return source.query(query, handler);
        }

        @Override
        public Notices copyTo(OutputStream out) {
            return source.copyData(query, out);
        }

        @Override
        public Optional<TimeSpan> span() {
            return query instanceof Query.Range range
                    ? Optional.of(new TimeSpan(
                            range.start().toEpochMilli(), range.end().toEpochMilli()))
                    : Optional.empty();
        }
    }

    private Outcome json(QueryAnswer answer) {
        EmptinessProbe probe = new EmptinessProbe(console.out().asStream());
        Notices notices = answer.copyTo(probe);
        console.out().write('\n');
        return new Outcome(probe.sawEmptyResult(), notices);
    }

    private static Outcome streamed(QueryAnswer answer, ResultHandler writer) {
        ResultCounter counter = new ResultCounter(writer);
        Notices notices = answer.handTo(counter);
        return new Outcome(counter.isEmpty(), notices);
    }

    private Outcome delimited(QueryAnswer answer, Delimited form, boolean header) {
        try (DelimitedResultWriter writer = new DelimitedResultWriter(form, header, console)) {
            Notices notices = answer.handTo(writer);
            return new Outcome(!writer.finish(), notices);
        }
    }

    private Outcome collected(QueryAnswer answer, Consumer<QueryResult> printer) {
        QueryResult.Collector collector = new QueryResult.Collector();
        Notices notices = answer.handTo(collector);
        QueryResult result = collector.result();
        boolean empty = result.series().isEmpty();
        if (!empty) {
            printer.accept(result);
        }
        return new Outcome(empty, notices);
    }

    private void table(QueryResult result) {
        boolean alone = result.type() == ResultType.SCALAR || result.type() == ResultType.STRING;
        if (alone) {
            console.out()
                    .write(console.clean(result.series()
                                    .getFirst()
                                    .samples()
                                    .getFirst()
                                    .text()) + "\n");
        } else {
            new TablePrinter(console.out(), console.profile()).print(new QueryResultTable(result, exact).table());
        }
    }

    private static String undrawable(QueryResult result) {
        boolean histograms = result.series().stream()
                .flatMap(series -> series.samples().stream())
                .anyMatch(QueryResult.Sample.Histogram.class::isInstance);
        return histograms
                ? "native histograms have no single value; draw histogram_quantile(…), histogram_avg(…) or"
                        + " histogram_count(…) of them"
                : "the series have no finite values";
    }

    private void graph(QueryResult result, Optional<TimeSpan> span) {
        switch (result.type()) {
            case MATRIX -> {
                if (!new GraphView(console.out(), console.profile()).print(result, span)) {
                    console.note("nothing to draw: " + undrawable(result));
                }
            }
            case VECTOR, SCALAR -> new BarView(console.out(), console.profile()).print(result);
            case STRING -> table(result);
        }
    }
}
