package dev.monsh.view.query;

import dev.monsh.labels.Labels;
import dev.monsh.metrics.NativeHistogram;
import dev.monsh.metrics.ResultType;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.Output;
import dev.monsh.view.Timestamps;

/** Writes an answer as one JSON object a series, in the form that the elements of the API's {@code result} have. */
public final class JsonLinesResultWriter implements SampleWriter {

    private final JsonWriter json;
    private boolean many;
    private String open = "";

    public JsonLinesResultWriter(Output out) {
        this.json = new JsonWriter(out);
    }

    @Override
    public void begin(ResultType type) {
        many = type == ResultType.MATRIX;
    }

    @Override
    public void series(Labels labels) {
        json.beginObject().name("metric").strings(labels.values());
        open = "";
    }

    @Override
    public void sample(long millis, String value) {
        member("value");
        json.beginArray().literal(Timestamps.unixSeconds(millis)).value(value).endArray();
    }

    @Override
    public void histogram(long millis, NativeHistogram histogram) {
        member("histogram");
        json.beginArray().literal(Timestamps.unixSeconds(millis)).beginObject();
        json.member("count", histogram.count()).member("sum", histogram.sum());
        json.name("buckets").beginArray();
        for (NativeHistogram.Bucket bucket : histogram.buckets()) {
            json.beginArray()
                    .value(bucket.boundaryRule())
                    .value(bucket.lower())
                    .value(bucket.upper())
                    .value(bucket.count())
                    .endArray();
        }
        json.endArray().endObject().endArray();
    }

    @Override
    public void endOfSeries() {
        closeMember();
        json.endObject().newLine();
    }

    private void member(String name) {
        if (open.equals(name)) {
            return;
        }
        closeMember();
        json.name(many ? name + "s" : name);
        if (many) {
            json.beginArray();
        }
        open = name;
    }

    private void closeMember() {
        if (many && !open.isEmpty()) {
            json.endArray();
        }
        open = "";
    }
}
