package dev.monsh.adapter.yaml.loaded;

import dev.monsh.adapter.yaml.MergedEntries;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.failure.RejectedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a configuration says: aliases followed and {@code <<} merged. */
sealed interface ConfigurationValue {

    /** Zero and false, as YAML 1.1 writes them. */
    Pattern EMPTY = Pattern.compile("(?i)0|0s|false|no|off|n");

    /** Text, a number, a truth value; {@code nothing} for YAML's null. */
    record Scalar(String text, boolean nothing) implements ConfigurationValue {}

    record Items(List<ConfigurationValue> items) implements ConfigurationValue {}

    record Fields(Map<String, ConfigurationValue> fields) implements ConfigurationValue {

        /** Returns a field's text; empty where it has none. */
        String text(String key) {
            return fields.get(key) instanceof Scalar(String text, boolean _) ? text : "";
        }
    }

    /** Returns whether a server that leaves out empty values would leave out this one (Go's {@code omitempty}). */
    default boolean isEmpty() {
        return switch (this) {
            case Scalar(String text, boolean nothing) ->
                nothing || text.isEmpty() || EMPTY.matcher(text).matches();
            case Items(List<ConfigurationValue> items) -> items.isEmpty();
            case Fields(Map<String, ConfigurationValue> fields) ->
                fields.values().stream().allMatch(ConfigurationValue::isEmpty);
        };
    }

    /** Makes values of nodes. */
    final class Reader {

        /** More than any configuration has; a text of nested aliases would otherwise take all memory. */
        private static final int VALUE_LIMIT = 500_000;

        private final String what;
        private int values;

        Reader(String what) {
            this.what = what;
        }

        ConfigurationValue read(YamlNode node) {
            if (++values > VALUE_LIMIT) {
                throw new RejectedException(what, "its aliases expand to more than " + VALUE_LIMIT + " values");
            }
            return switch (node.resolved()) {
                case YamlNode.Scalar scalar -> new Scalar(scalar.value(), scalar.isNull());
                case YamlNode.Sequence sequence ->
                    new Items(sequence.items().stream().map(this::read).toList());
                case YamlNode.Mapping mapping -> new Fields(fields(mapping));
                case YamlNode.Alias alias -> read(alias.target());
            };
        }

        private Map<String, ConfigurationValue> fields(YamlNode.Mapping mapping) {
            Map<String, ConfigurationValue> fields = new LinkedHashMap<>();
            for (YamlNode.Entry entry : MergedEntries.of(mapping, MergedEntries.Order.LAST)) {
                String key = entry.key().resolved() instanceof YamlNode.Scalar scalar ? scalar.value() : "?";
                fields.put(key, read(entry.value()));
            }
            return fields;
        }
    }
}
