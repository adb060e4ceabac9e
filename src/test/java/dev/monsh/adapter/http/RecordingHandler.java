package dev.monsh.adapter.http;

import dev.monsh.labels.Labels;
import dev.monsh.metrics.NativeHistogram;
import dev.monsh.metrics.ResultHandler;
import dev.monsh.metrics.ResultType;
import java.util.ArrayList;
import java.util.List;

/** Writes down what it is handed, a line each. */
public final class RecordingHandler implements ResultHandler {

    public final List<String> events = new ArrayList<>();

    @Override
    public void begin(ResultType type) {
        events.add(type.name());
    }

    @Override
    public void series(Labels labels) {
        events.add("series " + labels.values());
    }

    @Override
    public void sample(long millis, String value) {
        events.add(millis + " " + value);
    }

    @Override
    public void histogram(long millis, NativeHistogram histogram) {
        events.add(millis + " " + histogram.text());
    }

    @Override
    public void endOfSeries() {
        events.add("end");
    }
}
