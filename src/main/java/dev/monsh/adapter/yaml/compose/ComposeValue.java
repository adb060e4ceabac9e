package dev.monsh.adapter.yaml.compose;

import dev.monsh.failure.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a Compose file, with aliases, {@code <<} and variables put in. A place is a problem without a message. */
sealed interface ComposeValue {

    Problem place();

    /** How a value of an override file meets the one that it overrides: by its YAML tag. */
    enum Meeting {
        MERGE,
        /** {@code !override}. */
        REPLACE,
        /** {@code !reset}. */
        REMOVE
    }

    Meeting meeting();

    /** Text, a number or a boolean as it is written; {@code nothing} is YAML's null. */
    record Scalar(Problem place, Meeting meeting, String text, boolean nothing) implements ComposeValue {}

    /** A list. */
    record Items(Problem place, Meeting meeting, List<ComposeValue> items) implements ComposeValue {}

    /** A mapping, in the order of the file. */
    record Fields(Problem place, Meeting meeting, Map<String, Field> fields) implements ComposeValue {

        Optional<ComposeValue> find(String key) {
            return Optional.ofNullable(fields.get(key)).map(Field::value).filter(value -> !value.isNothing());
        }

        /** Returns the text under a key; empty where there is none. */
        String text(String key) {
            return find(key).map(ComposeValue::asText).orElse("");
        }

        Fields with(String key, Field field) {
            Map<String, Field> all = new LinkedHashMap<>(fields);
            all.put(key, field);
            return new Fields(place, meeting, all);
        }
    }

    /** A value and the place of its key. */
    record Field(Problem key, ComposeValue value) {}

    default boolean isNothing() {
        return this instanceof Scalar scalar && scalar.nothing();
    }

    /** Returns the text of a scalar; of anything else none. */
    default String asText() {
        return this instanceof Scalar scalar && !scalar.nothing() ? scalar.text() : "";
    }

    /** Returns the items of a list, and of anything else the value itself. */
    default List<ComposeValue> asItems() {
        if (this instanceof Items items) {
            return items.items();
        }
        return this instanceof Scalar scalar && scalar.nothing() ? List.of() : List.of(this);
    }

    /** Returns a problem at the value's place. */
    default Problem problem(String message) {
        return at(place(), message);
    }

    static Problem at(Problem place, String message) {
        return new Problem(place.file(), place.line(), place.column(), message);
    }

    /** Returns a list with those of another behind it. */
    static Items joined(ComposeValue one, ComposeValue other) {
        List<ComposeValue> all = new ArrayList<>(one.asItems());
        all.addAll(other.asItems());
        return new Items(other.place(), one.meeting(), all);
    }
}
