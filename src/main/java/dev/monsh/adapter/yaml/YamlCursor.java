package dev.monsh.adapter.yaml;

import dev.monsh.failure.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place in a document, or one that is not there, from which further ones are reached by their keys. */
public record YamlCursor(YamlDocument document, @Nullable YamlNode node) {

    public static YamlCursor root(YamlDocument document) {
        return new YamlCursor(document, document.root());
    }

    /** Returns what is under the keys, one below the other. */
    public YamlCursor get(String... keys) {
        YamlCursor at = this;
        for (String key : keys) {
            at = at.child(key);
        }
        return at;
    }

    private YamlCursor child(String key) {
        for (YamlNode.Entry entry : entries()) {
            if (entry.key() instanceof YamlNode.Scalar scalar && scalar.value().equals(key)) {
                return new YamlCursor(document, entry.value());
            }
        }
        return new YamlCursor(document, null);
    }

    public boolean isPresent() {
        return node != null && !(node.resolved() instanceof YamlNode.Scalar scalar && scalar.isNull());
    }

    public boolean isList() {
        return node != null && node.resolved() instanceof YamlNode.Sequence;
    }

    public boolean isMapping() {
        return node != null && node.resolved() instanceof YamlNode.Mapping;
    }

    public List<YamlCursor> items() {
        return node != null && node.resolved() instanceof YamlNode.Sequence sequence
                ? sequence.items().stream()
                        .map(item -> new YamlCursor(document, item))
                        .toList()
                : List.of();
    }

    /** Returns the entries of a mapping, with those that merge keys bring in. */
    public List<YamlNode.Entry> entries() {
        return node != null && node.resolved() instanceof YamlNode.Mapping mapping
                ? MergedEntries.of(mapping, MergedEntries.Order.LAST)
                : List.of();
    }

    /** Returns the text of a scalar that is not null. */
    public Optional<String> text() {
        return isPresent() && node != null && node.resolved() instanceof YamlNode.Scalar scalar
                ? Optional.of(scalar.value())
                : Optional.empty();
    }

    /** Returns a problem at this place, at the beginning of the file where there is none. */
    public Problem problem(String message) {
        return node == null ? document.problem(0, message) : document.problem(node, message);
    }
}
