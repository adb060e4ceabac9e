package dev.monsh.adapter.http.loki;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.monsh.adapter.http.client.SampleText;
import dev.monsh.labels.Labels;
import dev.monsh.logs.Direction;
import dev.monsh.logs.LogAnswer;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.MetricResult;
import dev.monsh.logs.MetricResult.Sample;
import dev.monsh.logs.MetricResult.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the answer to a query as a stream of tokens: {@code {"data":{"resultType":…,"result":[…]}}}. One parser reads
 * one answer.
 */
final class LokiPageParser {

    private final Direction direction;
    private final List<LogLine> lines = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();
    private String type = "streams";
    private boolean hasResult;

    LokiPageParser(Direction direction) {
        this.direction = direction;
    }

    LogAnswer read(JsonParser json) throws IOException {
        readData(json);
        if (!type.equals("streams")) {
            return new LogAnswer.Metric(metric(json));
        }
        Comparator<LogLine> byTime = Comparator.comparingLong(LogLine::timestampNanos);
        lines.sort(direction == Direction.FORWARD ? byTime : byTime.reversed());
        return new LogAnswer.Lines(lines);
    }

    MetricResult readMetric(JsonParser json) throws IOException {
        readData(json);
        return metric(json);
    }

    private MetricResult metric(JsonParser json) throws IOException {
        for (MetricResult.Type one : MetricResult.Type.values()) {
            if (one.apiName().equals(type)) {
                return new MetricResult(one, series);
            }
        }
        throw new JsonParseException(json, "unknown resultType " + type);
    }

    private void readData(JsonParser json) throws IOException {
        LokiAnswers.object(json, name -> {
            if (name.equals("data")) {
                LokiAnswers.expect(json, JsonToken.START_OBJECT, "data");
                LokiAnswers.inside(json, field -> data(json, field));
            }
        });
        if (!hasResult) {
            throw LokiAnswers.noData(json);
        }
    }

    private void data(JsonParser json, String field) throws IOException {
        if (field.equals("resultType")) {
            LokiAnswers.expect(json, JsonToken.VALUE_STRING, "the result's type");
            type = json.getText();
        } else if (field.equals("result")) {
            hasResult = true;
            result(json);
        }
    }

    private void result(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        LokiAnswers.expect(json, JsonToken.START_ARRAY, "the result");
        JsonToken first = json.nextToken();
        if (first != null && first.isScalarValue()) {
            series.add(new Series(Labels.none(), List.of(sample(json))));
            return;
        }
        while (json.currentToken() == JsonToken.START_OBJECT) {
            LokiStream.read(json, lines, series);
            json.nextToken();
        }
        LokiAnswers.expect(json, JsonToken.END_ARRAY, "the result");
    }

    /** Reads a time and a value; the parser stands on the time and is left on the array's end. */
    static Sample sample(JsonParser json) throws IOException {
        String time = SampleText.time(json);
        json.nextToken();
        String value = SampleText.value(json);
        if (json.nextToken() != JsonToken.END_ARRAY) {
            throw new JsonParseException(json, "expected a time and a value");
        }
        return new Sample(time, value);
    }
}
