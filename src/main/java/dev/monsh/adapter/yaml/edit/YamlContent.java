package dev.monsh.adapter.yaml.edit;

import dev.monsh.adapter.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says, without how it is written: two documents with equal contents are the same to every reader. Used
 * to prove that an edit changed what it was meant to change and nothing else.
 */
sealed interface YamlContent {

    /** A scalar; the tag is the one that a reader gives it. */
    record Scalar(@Nullable String anchor, String tag, String value) implements YamlContent {}

    /** A list. */
    record Items(@Nullable String anchor, @Nullable String tag, List<YamlContent> items) implements YamlContent {}

    /** A mapping in the order of the file. */
    record Fields(@Nullable String anchor, @Nullable String tag, List<Field> fields) implements YamlContent {}

    /** One key with its value. */
    record Field(YamlContent key, YamlContent value) {}

    /** An alias. */
    record Alias(String name) implements YamlContent {}

    /** Turns nodes and new values into contents. */
    final class Reader {

        private static final String STR = "tag:yaml.org,2002:str";

        private final YamlScalarWriter scalars;

        Reader(YamlScalarWriter scalars) {
            this.scalars = scalars;
        }

        YamlContent of(YamlNode node) {
            return switch (node) {
                case YamlNode.Scalar scalar -> new Scalar(scalar.anchor(), tag(scalar), scalar.value());
                case YamlNode.Alias alias -> new Alias(alias.name());
                case YamlNode.Sequence sequence ->
                    new Items(
                            sequence.anchor(),
                            sequence.tag(),
                            sequence.items().stream().map(this::of).toList());
                case YamlNode.Mapping mapping -> {
                    List<Field> fields = new ArrayList<>();
                    for (YamlNode.Entry entry : mapping.entries()) {
                        fields.add(new Field(of(entry.key()), of(entry.value())));
                    }
                    yield new Fields(mapping.anchor(), mapping.tag(), fields);
                }
            };
        }

        private String tag(YamlNode.Scalar scalar) {
            if (scalar.tag() != null) {
                return scalar.tag();
            }
            return scalar.style() == YamlNode.Style.PLAIN ? scalars.tagOfPlain(scalar.value()) : STR;
        }

        YamlContent of(YamlValue value) {
            return switch (value) {
                case YamlValue.Text(String text) -> text(text);
                case YamlValue.Literal(String text) -> new Scalar(null, scalars.tagOfPlain(text), text);
                case YamlValue.Inline(YamlValue inner) -> of(inner);
                case YamlValue.Items(List<YamlValue> items) ->
                    new Items(null, null, items.stream().map(this::of).toList());
                case YamlValue.Fields(List<YamlValue.Field> fields) ->
                    new Fields(
                            null,
                            null,
                            fields.stream()
                                    .map(each -> field(each.key(), each.value()))
                                    .toList());
            };
        }

        Field field(String key, YamlValue value) {
            return new Field(text(key), of(value));
        }

        private static YamlContent text(String text) {
            return new Scalar(null, STR, text);
        }
    }
}
