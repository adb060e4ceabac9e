package dev.monsh.adapter.http.loki;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.monsh.adapter.http.client.Envelope;
import dev.monsh.labels.Labels;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.MetricResult.Sample;
import dev.monsh.logs.MetricResult.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one element of a result: a stream with its lines, or a series with its samples. */
final class LokiStream {

    private final JsonParser json;
    private final List<LogLine> lines;
    private final List<Sample> samples = new ArrayList<>();
    private Labels labels = Labels.none();
    private boolean isSeries;

    private LokiStream(JsonParser json, List<LogLine> lines) {
        this.json = json;
        this.lines = lines;
    }

    /** Reads an element into the list that fits it; the parser stands on its beginning. */
    static void read(JsonParser json, List<LogLine> lines, List<Series> series) throws IOException {
        LokiStream stream = new LokiStream(json, lines);
        int first = lines.size();
        LokiAnswers.inside(json, stream::field);
        // the labels may stand behind the lines
        for (int i = first; i < lines.size() && !lines.get(i).labels().equals(stream.labels); i++) {
            lines.set(
                    i,
                    new LogLine(
                            lines.get(i).timestampNanos(),
                            stream.labels,
                            lines.get(i).line()));
        }
        if (stream.isSeries) {
            series.add(new Series(stream.labels, List.copyOf(stream.samples)));
        }
    }

    private void field(String name) throws IOException {
        switch (name) {
            case "stream" -> labels = LokiAnswers.labels(json);
            case "metric" -> {
                isSeries = true;
                labels = LokiAnswers.labels(json);
            }
            case "value" -> {
                LokiAnswers.expect(json, JsonToken.START_ARRAY, "a sample");
                json.nextToken();
                samples.add(LokiPageParser.sample(json));
            }
            case "values" -> LokiAnswers.elements(json, this::entry);
            default -> {
                // what else a later Loki says of a stream
            }
        }
    }

    private void entry() throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new JsonParseException(json, "expected a time and a text");
        }
        json.nextToken();
        if (isSeries) {
            samples.add(LokiPageParser.sample(json));
            return;
        }
        long timestamp = timestamp(json);
        if (json.nextToken() != JsonToken.VALUE_STRING) {
            throw new JsonParseException(json, "expected a line");
        }
        lines.add(new LogLine(timestamp, labels, json.getText()));
        // structured metadata may follow
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Envelope.expectMore(json);
            json.skipChildren();
        }
    }

    /** Reads nanoseconds as a text of digits or a number. */
    static long timestamp(JsonParser json) throws IOException {
        String text = json.getText();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new JsonParseException(json, "not a time in nanoseconds: " + text, e);
        }
    }
}
