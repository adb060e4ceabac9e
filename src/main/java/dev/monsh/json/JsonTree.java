package dev.monsh.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small answer as a tree. What is missing reads as empty, because servers and programs of different versions leave
 * different things out.
 *
 * @param scalar the text of a string, number or truth value; empty for anything else
 */
public record JsonTree(String scalar, Map<String, JsonTree> members, List<JsonTree> elements) {

    public static final JsonTree EMPTY = new JsonTree("", Map.of(), List.of());

    /**
     * Reads a whole document; an empty one is {@link #EMPTY}.
     *
     * @throws IOException where it is not JSON
     */
    public static JsonTree parse(String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            return parser.nextToken() == null ? EMPTY : read(parser);
        }
    }

    /**
     * Reads the value that the parser stands on.
     *
     * @throws IOException where the document ends inside it
     */
    public static JsonTree read(JsonParser parser) throws IOException {
        expectMore(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, JsonTree> members = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, read(parser));
                }
                expectMore(parser);
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

    private static void expectMore(JsonParser parser) throws IOException {
        if (parser.currentToken() == null) {
            throw new JsonEOFException(parser, null, "the answer ended early");
        }
    }

    /** Returns a member, or {@link #EMPTY} where there is none of that name. */
    public JsonTree get(String name) {
        return members.getOrDefault(name, EMPTY);
    }

    /** Returns a member's scalar. */
    public String text(String name) {
        return get(name).scalar();
    }

    /** Returns a member as a whole number; 0 where there is none. */
    public long number(String name) {
        String text = text(name);
        return text.isEmpty() ? 0 : (long) Double.parseDouble(text);
    }

    /** Returns the elements' scalars. */
    public List<String> texts() {
        return elements.stream().map(JsonTree::scalar).toList();
    }

    /** Returns the members' scalars by name, in the order of the document. */
    public Map<String, String> textByName() {
        Map<String, String> values = new LinkedHashMap<>();
        members.forEach((name, value) -> values.put(name, value.scalar()));
        return values;
    }
}
