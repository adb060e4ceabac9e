package dev.monsh.adapter.yaml.compose;

import dev.monsh.failure.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Puts an override over a service, by the rules of compose-go's {@code override} package: mappings key by key, lists one
 * behind the other, and these keys replaced as a whole. Equal ports and mounts of the same place fall together where they
 * are read.
 */
final class ServiceMerge {

    private static final Set<String> REPLACED = Set.of("command", "entrypoint", "test");

    /** Keys that may be a list of {@code NAME=value} as well as a mapping. */
    private static final Set<String> PAIRS = Set.of("environment", "labels", "annotations", "args");

    private ServiceMerge() {}

    static ComposeValue merge(ComposeValue below, ComposeValue above) {
        return merge("", below, above);
    }

    private static ComposeValue merge(String key, ComposeValue below, ComposeValue above) {
        if (above.meeting() == ComposeValue.Meeting.REPLACE || REPLACED.contains(key)) {
            return above;
        }
        if (above.isNothing()) {
            return below;
        }
        ComposeValue one = PAIRS.contains(key) ? pairs(below) : below;
        ComposeValue other = PAIRS.contains(key) ? pairs(above) : above;
        if (one instanceof ComposeValue.Fields base && other instanceof ComposeValue.Fields over) {
            return fields(base, over);
        }
        return one instanceof ComposeValue.Items && !(other instanceof ComposeValue.Fields)
                ? ComposeValue.joined(one, other)
                : other;
    }

    private static ComposeValue.Fields fields(ComposeValue.Fields below, ComposeValue.Fields above) {
        Map<String, ComposeValue.Field> all = new LinkedHashMap<>(below.fields());
        above.fields().forEach((key, field) -> {
            ComposeValue.Field base = all.get(key);
            if (field.value().meeting() == ComposeValue.Meeting.REMOVE) {
                all.remove(key);
            } else if (base == null) {
                all.put(key, field);
            } else {
                all.put(key, new ComposeValue.Field(field.key(), merge(key, base.value(), field.value())));
            }
        });
        return new ComposeValue.Fields(above.place(), above.meeting(), all);
    }

    /** Returns a list of {@code NAME=value} as the mapping that it stands for; anything else as it is. */
    static ComposeValue pairs(ComposeValue value) {
        if (!(value instanceof ComposeValue.Items items)) {
            return value;
        }
        Map<String, ComposeValue.Field> fields = new LinkedHashMap<>();
        for (ComposeValue item : items.items()) {
            String text = item.asText();
            int equals = text.indexOf('=');
            Problem place = item.place();
            String name = equals < 0 ? text : text.substring(0, equals);
            String rest = equals < 0 ? "" : text.substring(equals + 1);
            fields.put(
                    name,
                    new ComposeValue.Field(
                            place, new ComposeValue.Scalar(place, ComposeValue.Meeting.MERGE, rest, equals < 0)));
        }
        return new ComposeValue.Fields(items.place(), items.meeting(), fields);
    }
}
