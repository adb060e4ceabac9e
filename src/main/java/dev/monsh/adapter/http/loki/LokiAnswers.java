package dev.monsh.adapter.http.loki;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.monsh.adapter.http.client.Envelope;
import dev.monsh.adapter.http.client.Json;
import dev.monsh.labels.Labels;
import dev.monsh.logs.Direction;
import dev.monsh.logs.LogSource.DetectedField;
import dev.monsh.logs.LogSource.StreamStats;
import dev.monsh.logs.LogSource.Volume;
import dev.monsh.logs.MetricResult.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        fields(
                json,
                "data",
                () -> elements(json, () -> {
                    expect(json, JsonToken.VALUE_STRING, "a name");
                    names.add(json.getText());
                }));
        names.sort(Comparator.naturalOrder());
        return List.copyOf(names);
    }

    /** Reads {@code {"status":…,"data":[{label: value}]}}. */
    static List<Labels> series(JsonParser json) throws IOException {
        List<Labels> series = new ArrayList<>();
        boolean found = fields(json, "data", () -> elements(json, () -> series.add(labels(json))));
        if (!found) {
            throw noData(json);
        }
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
        if (!numbers.containsKey("streams")) {
            throw noData(json);
        }
        return new StreamStats(
                numbers.getOrDefault("streams", 0L),
                numbers.getOrDefault("chunks", 0L),
                numbers.getOrDefault("bytes", 0L),
                numbers.getOrDefault("entries", 0L));
    }

    /** Reads a vector of bytes. */
    static List<Volume> volume(JsonParser json) throws IOException {
        List<Volume> volumes = new ArrayList<>();
        for (Series one :
                new LokiPageParser(Direction.BACKWARD).readMetric(json).series()) {
            if (one.samples().isEmpty()) {
                throw new JsonParseException(json, "a volume without a number");
            }
            volumes.add(new Volume(one.labels(), bytes(one.samples().getLast().value())));
        }
        volumes.sort(Comparator.comparingLong(Volume::bytes).reversed().thenComparing(Volume::labels));
        return List.copyOf(volumes);
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
        Set<String> members = new HashSet<>();
        object(json, name -> {
            members.add(name);
            if (name.equals("fields")) {
                elements(json, () -> found.add(field(json)));
            }
        });
        // Loki leaves out an empty list, and has no status or data here
        if (!members.contains("fields") && !members.stream().allMatch("limit"::equals)) {
            throw noData(json);
        }
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
        try {
            return new DetectedField(
                    texts.getOrDefault("label", ""),
                    texts.getOrDefault("type", ""),
                    Long.parseLong(cardinality),
                    parsers);
        } catch (NumberFormatException e) {
            throw new JsonParseException(json, "a field's cardinality is not a number: " + cardinality, e);
        }
    }

    /** Reads an object of texts; the parser stands on its beginning. */
    static Labels labels(JsonParser json) throws IOException {
        Map<String, String> values = new TreeMap<>();
        inside(json, name -> values.put(name, json.getText()));
        return Labels.of(values);
    }

    /** Runs the step for the named field of the document's object; returns whether it has that field. */
    private static boolean fields(JsonParser json, String wanted, Step step) throws IOException {
        Set<String> members = new HashSet<>();
        object(json, name -> {
            members.add(name);
            if (name.equals(wanted)) {
                step.run();
            }
        });
        return members.contains(wanted);
    }

    static JsonParseException noData(JsonParser json) {
        return new JsonParseException(json, "the answer contains no data");
    }

    /** Fails when the parser does not stand on the token that the API has there. */
    static void expect(JsonParser json, JsonToken expected, String what) throws IOException {
        Envelope.expect(json, expected, what);
    }

    /** Reads the document's object, field by field; the parser stands before it. An error's object is a failure. */
    static void object(JsonParser json, FieldStep step) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(json, "expected an object");
        }
        Map<String, String> texts = new TreeMap<>();
        inside(json, name -> {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                texts.put(name, json.getText());
            }
            step.field(name);
        });
        String error = texts.getOrDefault("error", "");
        if (!error.isEmpty() || "error".equals(texts.get("status"))) {
            throw new LokiError(json, error);
        }
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

    /** Runs the step for each element; the parser stands on the array's beginning. */
    static void elements(JsonParser json, Step step) throws IOException {
        expect(json, JsonToken.START_ARRAY, "a list");
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
