package dev.monsh.adapter.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One node of a YAML document, with its place in the bytes. {@code start} is where its anchor, tag or content begins;
 * {@code end} is after its last byte of content: neither the line break, nor blank lines, nor comments behind it belong
 * to a node.
 */
public sealed interface YamlNode {

    /** Returns the byte offset of the first byte. */
    int start();

    /** Returns the byte offset after the last byte; equal to {@link #start} for a value that was left out. */
    int end();

    /** Returns the name after {@code &}, or null. */
    @Nullable
    String anchor();

    /** Returns the tag that stands in the file, resolved to its long form, or null. */
    @Nullable
    String tag();

    /** Returns the node itself, or what an alias stands for. */
    default YamlNode resolved() {
        return this;
    }

    /** How a scalar is written. */
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL,
        FOLDED
    }

    /** Text, a number, a boolean or nothing; {@code value} is without quotes, escapes and indentation. */
    record Scalar(
            int start,
            int end,
            @Nullable String anchor,
            @Nullable String tag,
            String value,
            Style style) implements YamlNode {

        /** Returns whether this is YAML's null: left out, {@code ~} or {@code null}. */
        public boolean isNull() {
            return style == Style.PLAIN
                    && tag == null
                    && switch (value) {
                        case "", "~", "null", "Null", "NULL" -> true;
                        default -> false;
                    };
        }
    }

    /** A list; {@code flow} when written in brackets. */
    record Sequence(
            int start,
            int end,
            @Nullable String anchor,
            @Nullable String tag,
            boolean flow,
            List<YamlNode> items) implements YamlNode {}

    /** A mapping in the order of the file; {@code flow} when written in braces. */
    record Mapping(
            int start,
            int end,
            @Nullable String anchor,
            @Nullable String tag,
            boolean flow,
            List<Entry> entries) implements YamlNode {

        /** Returns the first entry with this key, or null. */
        public @Nullable Entry entry(String key) {
            for (Entry entry : entries) {
                if (entry.key() instanceof Scalar scalar && scalar.value().equals(key)) {
                    return entry;
                }
            }
            return null;
        }
    }

    /** One key with its value. */
    record Entry(YamlNode key, YamlNode value) {}

    /** A {@code *name} that stands for a node further up. */
    record Alias(int start, int end, String name, YamlNode target) implements YamlNode {

        @Override
        public @Nullable String anchor() {
            return null;
        }

        @Override
        public @Nullable String tag() {
            return null;
        }

        @Override
        public YamlNode resolved() {
            return target;
        }

        @Override
        public String toString() {
            return "*" + name;
        }
    }
}
