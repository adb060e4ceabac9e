package dev.monsh.adapter.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.monsh.metrics.Labels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small answer as a tree. What is missing reads as empty, because servers of different versions leave different things
 * out.
 *
 * @param scalar the text of a string, number or truth value; empty for anything else
 */
record JsonTree(String scalar, Map<String, JsonTree> members, List<JsonTree> elements) {

    static final JsonTree EMPTY = new JsonTree("", Map.of(), List.of());

    /** Reads the value that the parser stands on. */
    static JsonTree read(JsonParser parser) throws IOException {
        Envelope.expectMore(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, JsonTree> members = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, read(parser));
                }
                Envelope.expectMore(parser);
                yield new JsonTree("", members, List.of());
            }
            case START_ARRAY -> {
                List<JsonTree> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(read(parser));
                }
                yield new JsonTree("", Map.of(), elements);
            }
            case VALUE_NULL -> EMPTY;
            default -> new JsonTree(parser.getText(), Map.of(), List.of());
        };
    }

    JsonTree get(String name) {
        return members.getOrDefault(name, EMPTY);
    }

    String text(String name) {
        return get(name).scalar();
    }

    long number(String name) {
        String text = text(name);
        return text.isEmpty() ? 0 : (long) Double.parseDouble(text);
    }

    Labels labels() {
        Map<String, String> values = new LinkedHashMap<>();
        members.forEach((name, value) -> values.put(name, value.scalar()));
        return Labels.of(values);
    }
}
