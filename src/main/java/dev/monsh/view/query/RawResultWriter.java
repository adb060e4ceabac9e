package dev.monsh.view.query;

import dev.monsh.labels.Labels;
import dev.monsh.metrics.NativeHistogram;
import dev.monsh.metrics.ResultType;
import dev.monsh.terminal.Console;

/** Writes the values alone, one a line. */
public final class RawResultWriter implements SampleWriter {

    private final Console console;

    public RawResultWriter(Console console) {
        this.console = console;
    }

    @Override
    public void begin(ResultType type) {}

    @Override
    public void series(Labels labels) {}

    @Override
    public void sample(long millis, String value) {
        console.out().write(console.clean(value));
        console.out().write('\n');
    }

    @Override
    public void histogram(long millis, NativeHistogram histogram) {
        sample(millis, histogram.text());
    }

    @Override
    public void endOfSeries() {}
}
