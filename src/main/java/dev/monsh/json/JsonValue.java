package dev.monsh.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document that is read, changed and sent back: nothing of it is lost, numbers keep their spelling and members their
 * order. What is only read is a {@link JsonTree}.
 */
public sealed interface JsonValue
        permits JsonObject, JsonValue.Text, JsonValue.Numeral, JsonValue.Truth, JsonValue.Null, JsonValue.Array {

    /** A string. */
    record Text(String value) implements JsonValue {}

    /** A number as it was spelled. */
    record Numeral(String literal) implements JsonValue {}

    /** {@code true} or {@code false}. */
    record Truth(boolean value) implements JsonValue {}

    /** {@code null}. */
    record Null() implements JsonValue {}

    /** An array. */
    record Array(List<JsonValue> elements) implements JsonValue {

        public Array {
            elements = List.copyOf(elements);
        }
    }

    /**
     * Reads a whole document.
     *
     * @throws IOException where it is empty or not JSON
     */
    static JsonValue parse(String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            JsonValue value = read(parser);
            if (parser.nextToken() != null) {
                throw new IOException("more than one JSON value");
            }
            return value;
        }
    }

    private static JsonValue read(JsonParser parser) throws IOException {
        if (parser.currentToken() == null) {
            throw new JsonEOFException(parser, null, "the document ended early");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, read(parser));
                }
                yield new JsonObject(members);
            }
            case START_ARRAY -> {
                List<JsonValue> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(read(parser));
                }
                yield new Array(elements);
            }
            case VALUE_NULL -> new Null();
            case VALUE_TRUE -> new Truth(true);
            case VALUE_FALSE -> new Truth(false);
            case VALUE_STRING -> new Text(parser.getText());
            default -> new Numeral(parser.getText());
        };
    }

    /** Returns the document without blanks. */
    default String compact() {
        return written(false);
    }

    /** Returns the document with a line a member, indented by two blanks, and a line end. */
    default String pretty() {
        return written(true) + "\n";
    }

    private String written(boolean indented) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            if (indented) {
                json.setPrettyPrinter(printer());
            }
            write(this, json);
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes everything", e);
        }
        return out.toString();
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentArraysWith(lines);
        printer.indentObjectsWith(lines);
        return printer;
    }

    private static void write(JsonValue value, JsonGenerator json) throws IOException {
        switch (value) {
            case Text(String text) -> json.writeString(text);
            case Numeral(String literal) -> json.writeNumber(literal);
            case Truth(boolean truth) -> json.writeBoolean(truth);
            case Null() -> json.writeNull();
            case Array(List<JsonValue> elements) -> {
                json.writeStartArray();
                for (JsonValue element : elements) {
                    write(element, json);
                }
                json.writeEndArray();
            }
            case JsonObject object -> {
                json.writeStartObject();
                for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                    json.writeFieldName(member.getKey());
                    write(member.getValue(), json);
                }
                json.writeEndObject();
            }
        }
    }
}
