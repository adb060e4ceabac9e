package dev.monsh.view.query;

import dev.monsh.labels.Labels;
import dev.monsh.metrics.NativeHistogram;
import dev.monsh.metrics.QueryResult;
import dev.monsh.metrics.ResultType;
import java.util.function.Consumer;

/** Holds an answer until its end, for the forms that need all of it: the table and the plot. Nothing is written of none. */
final class CollectedAnswer implements SampleWriter {

    private final QueryResult.Collector collector = new QueryResult.Collector();
    private final Consumer<QueryResult> printer;

    CollectedAnswer(Consumer<QueryResult> printer) {
        this.printer = printer;
    }

    @Override
    public void begin(ResultType type) {
        collector.begin(type);
    }

    @Override
    public void series(Labels labels) {
        collector.series(labels);
    }

    @Override
    public void sample(long millis, String value) {
        collector.sample(millis, value);
    }

    @Override
    public void histogram(long millis, NativeHistogram histogram) {
        collector.histogram(millis, histogram);
    }

    @Override
    public void endOfSeries() {
        collector.endOfSeries();
    }

    @Override
    public void finish() {
        QueryResult result = collector.result();
        if (!result.series().isEmpty()) {
            printer.accept(result);
        }
    }
}
