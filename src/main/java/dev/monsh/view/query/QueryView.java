package dev.monsh.view.query;

import dev.monsh.metrics.QueryResult;
import dev.monsh.metrics.ResultType;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Delimited;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.TablePrinter;
import java.util.Optional;

/** How an answer looks in each of its forms. All but the table and the plot are written while the answer comes. */
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

    /**
     * Returns a writer for one answer.
     *
     * @param asked the range that was asked for; empty for an answer about one point in time
     */
    public AnswerWriter writer(OutputFormat format, Optional<TimeSpan> asked) {
        return switch (format) {
            case JSON -> new DataObjectWriter(console.out());
            case JSONL -> new JsonLinesResultWriter(console.out());
            case RAW -> new RawResultWriter(console);
            case CSV -> new DelimitedResultWriter(Delimited.CSV, true, console);
            case TSV -> new DelimitedResultWriter(Delimited.TSV, false, console);
            case GRAPH -> new CollectedAnswer(result -> graph(result, asked));
            case TABLE, YAML -> new CollectedAnswer(this::table);
        };
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

    private void graph(QueryResult result, Optional<TimeSpan> asked) {
        switch (result.type()) {
            case MATRIX -> {
                if (!new GraphView(console.out(), console.profile()).print(result, asked)) {
                    console.note("nothing to draw: " + undrawable(result));
                }
            }
            case VECTOR, SCALAR -> new BarView(console.out(), console.profile()).print(result);
            case STRING -> table(result);
        }
    }
}
