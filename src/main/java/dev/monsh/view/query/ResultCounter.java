package dev.monsh.view.query;

import dev.monsh.metrics.Labels;
import dev.monsh.metrics.NativeHistogram;
import dev.monsh.metrics.ResultHandler;
import dev.monsh.metrics.ResultType;

/** Hands an answer on and counts its series on the way. */
final class ResultCounter implements ResultHandler {

    private final ResultHandler next;
    private long series;

    ResultCounter(ResultHandler next) {
        this.next = next;
    }

    boolean isEmpty() {
        return series == 0;
    }

    @Override
    public void begin(ResultType type) {
        next.begin(type);
    }

    @Override
    public void series(Labels labels) {
        series++;
        next.series(labels);
    }

    @Override
    public void sample(long millis, String value) {
        next.sample(millis, value);
    }

    @Override
    public void histogram(long millis, NativeHistogram histogram) {
        next.histogram(millis, histogram);
    }

    @Override
    public void endOfSeries() {
        next.endOfSeries();
    }
}
