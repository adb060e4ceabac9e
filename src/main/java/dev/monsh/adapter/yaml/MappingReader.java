package dev.monsh.adapter.yaml;

import dev.monsh.failure.Problem;
import dev.monsh.failure.Spelling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of one mapping and notes what is wrong with them instead of stopping. The keys that were asked for are
 * the ones that the mapping may have; {@link #finish} reports the others.
 */
public final class MappingReader {

    private final YamlDocument document;
    private final YamlNode at;
    private final YamlNode.@Nullable Mapping mapping;
    private final List<YamlNode.Entry> entries;
    private final List<Problem> problems;
    private final List<String> known = new ArrayList<>();

    /** Takes a mapping, an alias of one, or nothing; another node is reported. {@code name} is what to call it. */
    public MappingReader(YamlDocument document, YamlNode at, String name, List<Problem> problems) {
        this.document = document;
        this.at = at;
        this.problems = problems;
        this.mapping = at.resolved() instanceof YamlNode.Mapping found ? found : null;
        if (mapping == null && !(at.resolved() instanceof YamlNode.Scalar scalar && scalar.isNull())) {
            problems.add(document.problem(at, name + " must be a mapping of keys to values, not " + kind(at)));
        }
        this.entries = entries(mapping);
    }

    private List<YamlNode.Entry> entries(YamlNode.@Nullable Mapping found) {
        if (found == null) {
            return List.of();
        }
        return MergedEntries.has(found)
                ? MergedEntries.of(
                        found,
                        MergedEntries.Order.FIRST,
                        node -> problems.add(document.problem(node, "<< must merge a mapping or a list of mappings")))
                : found.entries();
    }

    /** Returns the entries, with those that {@code <<} merges in. */
    public List<YamlNode.Entry> entries() {
        return entries;
    }

    public boolean has(String key) {
        return entry(key) != null;
    }

    /** Returns the mapping under a key; empty where the key is missing, its value left out, or something else. */
    public Optional<MappingReader> mapping(String key) {
        YamlNode.Entry entry = entry(key);
        if (entry == null || (entry.value().resolved() instanceof YamlNode.Scalar scalar && scalar.isNull())) {
            return Optional.empty();
        }
        MappingReader reader = new MappingReader(document, entry.value(), "'" + key + "'", problems);
        return reader.mapping == null ? Optional.empty() : Optional.of(reader);
    }

    /** Returns the text under a key, numbers and booleans as they are written. */
    public Optional<String> text(String key) {
        YamlNode.Entry entry = entry(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (!(entry.value().resolved() instanceof YamlNode.Scalar scalar)) {
            problems.add(document.problem(entry.value(), "'" + key + "' must be text, not " + kind(entry.value())));
            return Optional.empty();
        }
        if (scalar.isNull() || scalar.value().isBlank()) {
            problems.add(document.problem(entry.value(), "'" + key + "' is empty: give it a value or remove it"));
            return Optional.empty();
        }
        return Optional.of(scalar.value());
    }

    /** Returns a name under a key. It may become an argument of a program, which must not take it for an option. */
    public Optional<String> name(String key) {
        return unlike(key, "control characters", Character::isISOControl);
    }

    /** Returns a name without blanks under a key. */
    public Optional<String> word(String key) {
        return unlike(
                key,
                "blanks or control characters",
                each -> Character.isISOControl(each) || Character.isSpaceChar(each));
    }

    private Optional<String> unlike(String key, String unfit, IntPredicate isUnfit) {
        Optional<String> text = text(key);
        if (text.filter(each -> each.startsWith("-") || each.chars().anyMatch(isUnfit))
                .isPresent()) {
            faultAtValue(key, "'" + key + "' must not begin with '-' or contain " + unfit);
            return Optional.empty();
        }
        return text;
    }

    /** Returns the whole number under a key, which must be from {@code lowest} to {@code highest}. */
    public Optional<Integer> number(String key, int lowest, int highest) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= lowest && number <= highest) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // reported with the ones outside the range
        }
        faultAtValue(key, "'" + key + "' must be a whole number from " + lowest + " to " + highest);
        return Optional.empty();
    }

    /** Returns the file or folder under a key, absolute. */
    public Optional<Path> path(String key, PathResolver paths) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> path = paths.resolve(text.get());
        if (path.isEmpty()) {
            faultAtValue(key, "'" + key + "' is not a path");
        }
        return path;
    }

    public void fault(String message) {
        problems.add(document.problem(at, message));
    }

    public void faultAtKey(String key, String message) {
        YamlNode.Entry entry = entry(key);
        problems.add(document.problem(entry == null ? at : entry.key(), message));
    }

    public void faultAtValue(String key, String message) {
        YamlNode.Entry entry = entry(key);
        problems.add(document.problem(entry == null ? at : entry.value(), message));
    }

    public void faultAt(YamlNode node, String message) {
        problems.add(document.problem(node, message));
    }

    /** Returns a reader of a value of {@link #entries}. */
    public MappingReader under(YamlNode.Entry entry, String name) {
        return new MappingReader(document, entry.value(), name, problems);
    }

    /** Returns the text of a key of {@link #entries}, or reports that it is none. */
    public Optional<String> name(YamlNode.Entry entry) {
        if (entry.key().resolved() instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
            return Optional.of(scalar.value());
        }
        problems.add(document.problem(entry.key(), "a key must be a word, not " + kind(entry.key())));
        return Optional.empty();
    }

    /** Reports every key that was never asked for, with the nearest one that was. */
    public void finish() {
        for (YamlNode.Entry entry : entries()) {
            Optional<String> name = name(entry);
            if (name.isPresent() && !known.contains(name.get())) {
                String shown = YamlFault.oneLine(name.get());
                String hint = Spelling.nearest(shown, known)
                        .map(each -> "did you mean '" + each + "'?")
                        .orElseGet(() -> "expected one of " + String.join(", ", known));
                problems.add(document.problem(entry.key(), "unknown key '" + shown + "': " + hint));
            }
        }
    }

    private YamlNode.@Nullable Entry entry(String key) {
        if (!known.contains(key)) {
            known.add(key);
        }
        for (YamlNode.Entry entry : entries) {
            if (entry.key() instanceof YamlNode.Scalar scalar && scalar.value().equals(key)) {
                return entry;
            }
        }
        return null;
    }

    private static String kind(YamlNode node) {
        return switch (node.resolved()) {
            case YamlNode.Sequence _ -> "a list";
            case YamlNode.Mapping _ -> "a mapping";
            case YamlNode.Scalar scalar -> scalar.isNull() ? "empty" : "text";
            case YamlNode.Alias _ -> "an alias";
        };
    }
}
