package dev.monsh.adapter.http.loki;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.monsh.adapter.http.client.Json;
import dev.monsh.labels.Labels;
import dev.monsh.logs.Direction;
import dev.monsh.logs.LogSource.DetectedField;
import dev.monsh.logs.LogSource.StreamStats;
import dev.monsh.logs.LogSource.Volume;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the small answers of Loki's API: lists of names, series, statistics. */
final class LokiAnswers {

    private LokiAnswers() {}

    static JsonParser parser(String text) throws IOException {
        return Json.FACTORY.createParser(text);
    }

    /** Reads {@code {"status":…,"data":["a","b"]}}; no {@code data} at all is an empty list. */
    static List<String> names(JsonParser json) throws IOException {
        List<String> names = new ArrayList<>();
        fields(json, "data", () -> elements(json, () -> names.add(json.getText())));
        names.sort(Comparator.naturalOrder());
        return List.copyOf(names);
    }

    /** Reads {@code {"status":…,"data":[{label: value}]}}. */
    static List<Labels> series(JsonParser json) throws IOException {
        List<Labels> series = new ArrayList<>();
        fields(json, "data", () -> elements(json, () -> series.add(labels(json))));
        series.sort(Comparator.naturalOrder());
        return List.copyOf(series);
    }

    /** Reads {@code {"streams":0,"chunks":0,"bytes":0,"entries":0}}. */
    static StreamStats stats(JsonParser json) throws IOException {
        Map<String, Long> numbers = new TreeMap<>();
        object(json, name -> {
            if (json.currentToken().isNumeric()) {
                numbers.put(name, json.getLongValue());
            }
        });
        return new StreamStats(
                numbers.getOrDefault("streams", 0L),
                numbers.getOrDefault("chunks", 0L),
                numbers.getOrDefault("bytes", 0L),
                numbers.getOrDefault("entries", 0L));
    }

    /** Reads a vector of bytes. */
    static List<Volume> volume(JsonParser json) throws IOException {
        return new LokiPageParser(Direction.BACKWARD)
                .readMetric(json).series().stream()
                        .map(one -> new Volume(
                                one.labels(), bytes(one.samples().getLast().value())))
                        .sorted(Comparator.comparingLong(Volume::bytes)
                                .reversed()
                                .thenComparing(Volume::labels))
                        .toList();
    }

    private static long bytes(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            return (long) Double.parseDouble(value);
        }
    }

    /** Reads {@code {"fields":[{"label":…,"type":…,"cardinality":…,"parsers":[…]}]}}, or {@code {}}. */
    static List<DetectedField> fields(JsonParser json) throws IOException {
        List<DetectedField> found = new ArrayList<>();
        fields(json, "fields", () -> elements(json, () -> found.add(field(json))));
        return List.copyOf(found);
    }

    private static DetectedField field(JsonParser json) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        List<String> parsers = new ArrayList<>();
        inside(json, name -> {
            if (name.equals("parsers")) {
                elements(json, () -> parsers.add(json.getText()));
            } else if (json.currentToken().isScalarValue()) {
                texts.put(name, json.getText());
            }
        });
        String cardinality = texts.getOrDefault("cardinality", "0");
        return new DetectedField(
                texts.getOrDefault("label", ""), texts.getOrDefault("type", ""), Long.parseLong(cardinality), parsers);
    }

    /** Reads an object of texts; the parser stands on its beginning. */
    static Labels labels(JsonParser json) throws IOException {
        Map<String, String> values = new TreeMap<>();
        inside(json, name -> values.put(name, json.getText()));
        return Labels.of(values);
    }

    /** Runs the step for the named field of the document's object. */
    private static void fields(JsonParser json, String wanted, Step step) throws IOException {
        object(json, name -> {
            if (name.equals(wanted)) {
                step.run();
            }
        });
    }

    /** Reads the document's object, field by field; the parser stands before it. */
    static void object(JsonParser json, FieldStep step) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(json, "expected an object");
        }
        inside(json, step);
        if (json.nextToken() != null) {
            throw new JsonParseException(json, "more after the end of the object");
        }
    }

    /** Reads an object, field by field; the parser stands on its beginning, and what a step leaves over is skipped. */
    static void inside(JsonParser json, FieldStep step) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(json, "expected an object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            step.field(name);
            if (json.currentToken() == value) {
                json.skipChildren();
            }
        }
    }

    /** Runs the step for each element; the parser stands on the array's beginning, or on null. */
    static void elements(JsonParser json, Step step) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == null) {
                throw new JsonParseException(json, "expected the end of an array");
            }
            step.run();
        }
    }

    /** What is done for one field; the parser stands on its value. */
    interface FieldStep {
        void field(String name) throws IOException;
    }

    /** What is done at one place. */
    interface Step {
        void run() throws IOException;
    }
}
