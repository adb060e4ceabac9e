package dev.monsh.adapter.file;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import dev.monsh.labels.Labels;
import dev.monsh.logs.tail.PositionStore;
import dev.monsh.logs.tail.TailPosition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The position of a tail in a file of its own, for {@code --cursor FILE}. */
public final class PositionFile implements PositionStore {

    private static final int VERSION = 1;

    private final StateFile file;

    /** Names the file; it need not be there yet. */
    public PositionFile(Path file) {
        this.file = new StateFile(file, "position of a tail");
    }

    @Override
    public Optional<TailPosition> load() {
        return file.read(PositionFile::read);
    }

    @Override
    public void save(TailPosition position) {
        file.write(json -> write(position, json));
    }

    private static void write(TailPosition position, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeStringField("query", position.expression());
        json.writeNumberField("start", position.startNanos());
        json.writeNumberField("covered", position.coveredNanos());
        json.writeNumberField("unlisted", position.unlistedNanos());
        json.writeArrayFieldStart("streams");
        for (TailPosition.Stream stream : position.streams()) {
            json.writeStartObject();
            json.writeObjectFieldStart("labels");
            for (Map.Entry<String, String> label : stream.labels().values().entrySet()) {
                json.writeStringField(label.getKey(), label.getValue());
            }
            json.writeEndObject();
            json.writeNumberField("last", stream.lastNanos());
            json.writeObjectFieldStart("printed");
            for (Map.Entry<Long, Integer> line : stream.printed().entrySet()) {
                json.writeNumberField(Long.toHexString(line.getKey()), line.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static TailPosition read(JsonParser json) throws IOException {
        Map<String, Long> numbers = new HashMap<>();
        List<TailPosition.Stream> streams = new ArrayList<>();
        Query query = new Query();
        JsonFields.ofDocument(json, name -> {
            switch (name) {
                case "query" -> query.text = json.getText();
                case "version", "start", "covered", "unlisted" -> numbers.put(name, json.getLongValue());
                case "streams" -> JsonFields.ofArray(json, () -> streams.add(stream(json)));
                default -> {
                    // of a later version
                }
            }
        });
        if (query.text == null || numbers.getOrDefault("version", 0L) != VERSION) {
            throw new JsonParseException(json, "version " + VERSION + " and a query are expected");
        }
        return new TailPosition(
                query.text,
                required(json, numbers, "start"),
                required(json, numbers, "covered"),
                required(json, numbers, "unlisted"),
                streams);
    }

    private static TailPosition.Stream stream(JsonParser json) throws IOException {
        Map<String, String> labels = new TreeMap<>();
        Map<String, Long> numbers = new HashMap<>();
        Map<Long, Integer> printed = new HashMap<>();
        JsonFields.ofObject(json, name -> {
            switch (name) {
                case "labels" -> JsonFields.ofObject(json, label -> labels.put(label, json.getText()));
                case "last" -> numbers.put(name, json.getLongValue());
                case "printed" ->
                    JsonFields.ofObject(json, line -> printed.put(fingerprint(json, line), json.getIntValue()));
                default -> {
                    // of a later version
                }
            }
        });
        return new TailPosition.Stream(Labels.of(labels), required(json, numbers, "last"), printed);
    }

    private static long fingerprint(JsonParser json, String text) throws IOException {
        try {
            return Long.parseUnsignedLong(text, 16);
        } catch (NumberFormatException e) {
            throw new JsonParseException(json, "not a fingerprint: " + text, e);
        }
    }

    private static long required(JsonParser json, Map<String, Long> numbers, String name) throws IOException {
        Long number = numbers.get(name);
        if (number == null) {
            throw new JsonParseException(json, "\"" + name + "\" is missing");
        }
        return number;
    }

    private static final class Query {
        private @Nullable String text;
    }
}
