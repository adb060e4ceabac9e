package dev.monsh.terminal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;

/**
 * Writes JSON (RFC 8259) without blanks. Everything that {@link Sanitizer} would show is escaped: the text is safe on a
 * terminal and still the very same string to a parser. What is complete, a document or an element of the outermost array,
 * is handed on at once, so that a reader of a live answer does not wait for a buffer to fill.
 */
public final class JsonWriter {

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .rootValueSeparator("")
            .characterEscapes(new TerminalEscapes())
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    private final Output out;
    private final JsonGenerator generator;

    public JsonWriter(Output out) {
        this.out = out;
        try {
            this.generator = FACTORY.createGenerator(out)
                    .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonWriter beginObject() {
        return does(generator::writeStartObject);
    }

    public JsonWriter endObject() {
        return does(generator::writeEndObject);
    }

    public JsonWriter beginArray() {
        return does(generator::writeStartArray);
    }

    public JsonWriter endArray() {
        return does(generator::writeEndArray);
    }

    /** Writes the name of a member; its value comes next. */
    public JsonWriter name(String name) {
        return does(() -> generator.writeFieldName(TerminalEscapes.withoutHalves(name)));
    }

    public JsonWriter value(String text) {
        return does(() -> generator.writeString(TerminalEscapes.withoutHalves(text)));
    }

    public JsonWriter value(long number) {
        return does(() -> generator.writeNumber(number));
    }

    public JsonWriter value(boolean truth) {
        return does(() -> generator.writeBoolean(truth));
    }

    public JsonWriter nullValue() {
        return does(generator::writeNull);
    }

    /** Writes a number, {@code true}, {@code false} or {@code null} as it stands. */
    public JsonWriter literal(String json) {
        return does(() -> generator.writeRawValue(json));
    }

    /** Writes a member with a string. */
    public JsonWriter member(String name, String text) {
        return name(name).value(text);
    }

    /** Writes an array of strings. */
    public JsonWriter strings(Collection<String> texts) {
        beginArray();
        texts.forEach(this::value);
        return endArray();
    }

    /** Writes an object of strings in the map's order. */
    public JsonWriter strings(Map<String, String> members) {
        beginObject();
        members.forEach(this::member);
        return endObject();
    }

    /** Ends a document or, in JSON lines, a line. */
    public void newLine() {
        out.write('\n');
    }

    /** The generator declares failures that an {@link Output} does not have: its own are no {@link IOException}. */
    private JsonWriter does(Step step) {
        try {
            step.write();
            if (isComplete(generator.getOutputContext())) {
                generator.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private static boolean isComplete(JsonStreamContext context) {
        return context.inRoot() || (context.inArray() && context.getParent().inRoot());
    }

    @FunctionalInterface
    private interface Step {

        void write() throws IOException;
    }
}
