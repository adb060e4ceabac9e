package dev.monsh.view;

import dev.monsh.metrics.MetricsSource;
import dev.monsh.metrics.Notices;
import dev.monsh.metrics.Query;
import dev.monsh.metrics.QueryResult;
import dev.monsh.metrics.ResultType;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Delimited;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.TablePrinter;
import java.util.function.BiConsumer;

/** Runs a query and writes its answer in one of its forms. All but the table and the plot write as they read. */
public final class QueryView {

    private final Console console;

    public QueryView(Console console) {
        this.console = console;
    }

    /** What came of it. */
    public record Outcome(boolean empty, Notices notices) {}

    /** Asks and writes. */
    public Outcome print(MetricsSource source, Query query, OutputFormat format) {
        return switch (format) {
            case JSON -> json(source, query);
            case JSONL -> streamed(source, query, new JsonLinesResultWriter(console.out()));
            case RAW -> streamed(source, query, new RawResultWriter(console));
            case CSV -> delimited(source, query, Delimited.CSV, true);
            case TSV -> delimited(source, query, Delimited.TSV, false);
            case GRAPH -> collected(source, query, this::graph);
            case TABLE, YAML -> collected(source, query, this::table);
        };
    }

    private Outcome json(MetricsSource source, Query query) {
        EmptinessProbe probe = new EmptinessProbe(console.out().asStream());
        Notices notices = source.copyData(query, probe);
        console.out().write('\n');
        return new Outcome(probe.sawEmptyResult(), notices);
    }

    private static Outcome streamed(MetricsSource source, Query query, dev.monsh.metrics.ResultHandler writer) {
        ResultCounter counter = new ResultCounter(writer);
        Notices notices = source.query(query, counter);
        return new Outcome(counter.isEmpty(), notices);
    }

    private Outcome delimited(MetricsSource source, Query query, Delimited form, boolean header) {
        try (DelimitedResultWriter writer = new DelimitedResultWriter(form, header, console)) {
            Notices notices = source.query(query, writer);
            return new Outcome(!writer.finish(), notices);
        }
    }

    private Outcome collected(MetricsSource source, Query query, BiConsumer<Query, QueryResult> printer) {
        QueryResult.Collector collector = new QueryResult.Collector();
        Notices notices = source.query(query, collector);
        QueryResult result = collector.result();
        boolean empty = result.series().isEmpty();
        if (!empty) {
            printer.accept(query, result);
        }
        return new Outcome(empty, notices);
    }

    private void table(Query query, QueryResult result) {
        boolean alone = result.type() == ResultType.SCALAR || result.type() == ResultType.STRING;
        if (alone) {
            console.out()
                    .write(console.clean(result.series()
                                    .getFirst()
                                    .samples()
                                    .getFirst()
                                    .text()) + "\n");
        } else {
            new TablePrinter(console.out(), console.profile()).print(new QueryResultTable(result).table());
        }
    }

    private void graph(Query query, QueryResult result) {
        switch (result.type()) {
            case MATRIX -> new GraphView(console.out(), console.profile()).print(result);
            case VECTOR, SCALAR -> new BarView(console.out(), console.profile()).print(result);
            case STRING -> table(query, result);
        }
    }
}
