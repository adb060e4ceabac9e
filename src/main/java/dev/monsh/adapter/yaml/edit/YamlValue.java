package dev.monsh.adapter.yaml.edit;

import java.util.List;

/** What an edit writes. How it is quoted and indented is decided where it is written. */
public sealed interface YamlValue {

    /** Text, which every reader gets back as text. */
    record Text(String text) implements YamlValue {}

    /** A number, a boolean or null, written without quotes. */
    record Literal(String text) implements YamlValue {}

    /** A list. */
    record Items(List<YamlValue> items) implements YamlValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A mapping. */
    record Fields(List<Field> fields) implements YamlValue {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /** One key with its value. */
    record Field(String key, YamlValue value) {}

    /** A list or mapping on one line, in brackets or braces. */
    record Inline(YamlValue value) implements YamlValue {}

    /** Returns text. */
    static YamlValue text(String text) {
        return new Text(text);
    }

    /** Returns a whole number. */
    static YamlValue number(long number) {
        return new Literal(Long.toString(number));
    }

    /** Returns a boolean. */
    static YamlValue bool(boolean value) {
        return new Literal(Boolean.toString(value));
    }

    /** Returns a list of texts. */
    static YamlValue texts(List<String> texts) {
        return new Items(texts.stream().map(YamlValue::text).toList());
    }
}
