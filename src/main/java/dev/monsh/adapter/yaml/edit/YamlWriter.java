package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlNode;
import java.util.List;
import java.util.stream.Collectors;

/** Writes new nodes in the style of a file. Neither the first line's indentation nor the last line break is written. */
final class YamlWriter {

    private final YamlStyle style;
    private final YamlScalarWriter scalars;

    YamlWriter(YamlStyle style, YamlScalarWriter scalars) {
        this.style = style;
        this.scalars = scalars;
    }

    /** Returns one key of a block mapping whose keys stand in this column. */
    String field(String key, YamlValue value, int column) {
        String name = scalar(key, false) + ":";
        return switch (value) {
            case YamlValue.Fields(List<YamlValue.Field> fields)
            when !fields.isEmpty() -> name + newLine(column + style.step()) + block(value, column + style.step());
            case YamlValue.Items(List<YamlValue> items)
            when !items.isEmpty() ->
                name + newLine(column + style.listStep()) + block(value, column + style.listStep());
            default -> name + " " + flow(value, false);
        };
    }

    /** Returns one item of a block sequence whose dashes stand in this column. */
    String item(YamlValue value, int column) {
        return "-" + " ".repeat(style.gap() - 1) + block(value, column + style.gap());
    }

    /** Returns a value of its own, whose first character stands in this column. */
    String block(YamlValue value, int column) {
        return switch (value) {
            case YamlValue.Fields(List<YamlValue.Field> fields)
            when !fields.isEmpty() ->
                fields.stream()
                        .map(each -> field(each.key(), each.value(), column))
                        .collect(Collectors.joining(newLine(column)));
            case YamlValue.Items(List<YamlValue> items)
            when !items.isEmpty() ->
                items.stream().map(each -> item(each, column)).collect(Collectors.joining(newLine(column)));
            default -> flow(value, false);
        };
    }

    /** Returns a value on one line; {@code inside} when it stands in brackets already. */
    String flow(YamlValue value, boolean inside) {
        return switch (value) {
            case YamlValue.Text(String text) -> scalar(text, inside);
            case YamlValue.Literal(String text) -> text;
            case YamlValue.Inline(YamlValue inner) -> flow(inner, inside);
            case YamlValue.Items(List<YamlValue> items) ->
                items.stream().map(each -> flow(each, true)).collect(Collectors.joining(", ", "[", "]"));
            case YamlValue.Fields(List<YamlValue.Field> fields) ->
                fields.stream()
                        .map(each -> flowField(each.key(), each.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /** Returns one key of a mapping in braces. */
    String flowField(String key, YamlValue value) {
        return scalar(key, true) + ": " + flow(value, true);
    }

    /** Returns a scalar that takes another one's place, in that one's quotes. */
    String inStyleOf(YamlNode.Scalar old, YamlValue value, boolean inside) {
        return value instanceof YamlValue.Text(String text)
                ? scalars.write(text, old.isNull() ? YamlNode.Style.PLAIN : old.style(), inside)
                : flow(value, inside);
    }

    /** Returns a line break and the indentation up to a column. */
    String newLine(int column) {
        return style.lineEnd() + " ".repeat(column);
    }

    private String scalar(String text, boolean inside) {
        return scalars.write(text, YamlNode.Style.PLAIN, inside);
    }
}
