package dev.monsh.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object of a document that is sent back; its members keep their order. Every change is another object. */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {

    /** No members. */
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Returns a member. */
    public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** Returns a member's text; empty where it is missing or no string. */
    public String text(String name) {
        return members.get(name) instanceof Text(String value) ? value : "";
    }

    /** Returns whether a member is {@code true}. */
    public boolean truth(String name) {
        return members.get(name) instanceof Truth(boolean value) && value;
    }

    /** Returns a member as a whole number; 0 where it is missing or no number. */
    public long number(String name) {
        return members.get(name) instanceof Numeral(String literal) ? (long) Double.parseDouble(literal) : 0;
    }

    /** Returns a member that is an object; {@link #EMPTY} where it is missing or something else. */
    public JsonObject object(String name) {
        return members.get(name) instanceof JsonObject object ? object : EMPTY;
    }

    /** Returns the elements of a member that is an array; none where it is missing or something else. */
    public List<JsonValue> elements(String name) {
        return members.get(name) instanceof Array(List<JsonValue> elements) ? elements : List.of();
    }

    /** Returns the object with a member set, in its old place or at the end. */
    public JsonObject with(String name, JsonValue value) {
        Map<String, JsonValue> changed = new LinkedHashMap<>(members);
        changed.put(name, value);
        return new JsonObject(changed);
    }

    /** Returns the object with a string set. */
    public JsonObject with(String name, String value) {
        return with(name, new Text(value));
    }

    /** Returns the object with a truth value set. */
    public JsonObject with(String name, boolean value) {
        return with(name, new Truth(value));
    }

    /** Returns the object with a number set. */
    public JsonObject with(String name, long value) {
        return with(name, new Numeral(Long.toString(value)));
    }

    /** Returns the object without some members. */
    public JsonObject without(String... names) {
        Map<String, JsonValue> changed = new LinkedHashMap<>(members);
        changed.keySet().removeAll(List.of(names));
        return new JsonObject(changed);
    }
}
