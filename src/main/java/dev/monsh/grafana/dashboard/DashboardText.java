package dev.monsh.grafana.dashboard;

import dev.monsh.json.JsonObject;
import dev.monsh.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A dashboard as text that can be compared: members by name, since Grafana does not keep their order, and without what
 * Grafana counts itself.
 */
public final class DashboardText {

    private DashboardText() {}

    /** Returns the text, a line a member. */
    public static String of(JsonObject model) {
        return sorted(model.without("id", "version", "iteration")).pretty();
    }

    private static JsonValue sorted(JsonValue value) {
        return switch (value) {
            case JsonObject object -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                new TreeMap<>(object.members()).forEach((name, member) -> members.put(name, sorted(member)));
                yield new JsonObject(members);
            }
            case JsonValue.Array(List<JsonValue> elements) ->
                new JsonValue.Array(elements.stream().map(DashboardText::sorted).toList());
            case JsonValue.Text _, JsonValue.Numeral _, JsonValue.Truth _, JsonValue.Null _ -> value;
        };
    }
}
