package dev.monsh.terminal;

import java.util.Collection;
import java.util.Map;

/**
 * Writes JSON (RFC 8259) without blanks. C0 controls are escaped as the RFC wants, and so is all else that
 * {@link Sanitizer} would show: the text is safe on a terminal and still the very same string to a parser.
 */
public final class JsonWriter {

    private static final String HEX = "0123456789abcdef";

    private final Output out;
    private boolean comma;

    public JsonWriter(Output out) {
        this.out = out;
    }

    public JsonWriter beginObject() {
        return open('{');
    }

    public JsonWriter endObject() {
        return close('}');
    }

    public JsonWriter beginArray() {
        return open('[');
    }

    public JsonWriter endArray() {
        return close(']');
    }

    /** Writes the name of a member; its value comes next. */
    public JsonWriter name(String name) {
        separate();
        quoted(name);
        out.write(':');
        comma = false;
        return this;
    }

    public JsonWriter value(String text) {
        separate();
        quoted(text);
        comma = true;
        return this;
    }

    public JsonWriter value(long number) {
        return literal(Long.toString(number));
    }

    public JsonWriter value(boolean truth) {
        return literal(Boolean.toString(truth));
    }

    public JsonWriter nullValue() {
        return literal("null");
    }

    /** Writes a number, {@code true}, {@code false} or {@code null} as it stands. */
    public JsonWriter literal(String json) {
        separate();
        out.write(json);
        comma = true;
        return this;
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
        comma = false;
    }

    private JsonWriter open(char bracket) {
        separate();
        out.write(bracket);
        comma = false;
        return this;
    }

    private JsonWriter close(char bracket) {
        out.write(bracket);
        comma = true;
        return this;
    }

    private void separate() {
        if (comma) {
            out.write(',');
        }
    }

    private void quoted(String text) {
        out.write('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
            if (!plain && (c < 0x7f || Sanitizer.isUnsafe(text, i, false))) {
                out.write(text, written, i - written);
                escape(c);
                written = i + 1;
            }
        }
        out.write(text, written, text.length() - written);
        out.write('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.write("\\\"");
            case '\\' -> out.write("\\\\");
            case '\n' -> out.write("\\n");
            case '\r' -> out.write("\\r");
            case '\t' -> out.write("\\t");
            default -> hexadecimal(c);
        }
    }

    private void hexadecimal(char c) {
        // parsers refuse half a character, escaped or not
        char written = Character.isSurrogate(c) ? '\ufffd' : c;
        out.write("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.write(HEX.charAt((written >> shift) & 0xf));
        }
    }
}
