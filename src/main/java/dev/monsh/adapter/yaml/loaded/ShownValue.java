package dev.monsh.adapter.yaml.loaded;

import dev.monsh.stack.Redaction;
import java.util.stream.Collectors;

/** A value in one line, without secrets. */
final class ShownValue {

    private static final int LENGTH = 120;

    private ShownValue() {}

    static String of(String key, ConfigurationValue value) {
        String text = text(key, value);
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH - 1) + "…";
    }

    private static String text(String key, ConfigurationValue value) {
        return switch (value) {
            case ConfigurationValue.Scalar scalar ->
                Redaction.isSecret(key) ? Redaction.HIDDEN : Redaction.shown(scalar.text());
            case ConfigurationValue.Items items ->
                items.items().stream().map(item -> text(key, item)).collect(Collectors.joining(", ", "[", "]"));
            case ConfigurationValue.Fields fields ->
                fields.fields().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + text(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }
}
