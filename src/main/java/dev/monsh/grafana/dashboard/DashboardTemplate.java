package dev.monsh.grafana.dashboard;

import dev.monsh.box.Server;
import dev.monsh.grafana.datasource.WantedSource;
import dev.monsh.json.JsonObject;
import dev.monsh.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dashboard of the resources. In its texts {@code @BOX@} is the box's name, {@code @PROMETHEUS@} and {@code @LOKI@} are the
 * uids of its data sources.
 */
final class DashboardTemplate {

    private final JsonObject model;

    private DashboardTemplate(JsonObject model) {
        this.model = model;
    }

    static DashboardTemplate read(String name) {
        try (InputStream in = DashboardTemplate.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own file " + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new DashboardTemplate((JsonObject) JsonValue.parse(text));
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own file " + name, e);
        }
    }

    JsonObject forBox(String box) {
        return (JsonObject) filled(model, box);
    }

    /** Returns the dashboard with the template's panels once a box, one group below the other. */
    JsonObject forBoxes(List<String> boxes) {
        List<JsonValue> panels = new ArrayList<>();
        long height = height();
        for (int i = 0; i < boxes.size(); i++) {
            for (JsonValue panel : model.elements("panels")) {
                JsonObject moved = moved((JsonObject) panel, i * height);
                panels.add(filled(moved.with("id", panels.size() + 1L), boxes.get(i)));
            }
        }
        return model.with("panels", new JsonValue.Array(panels));
    }

    /** Returns how many rows of Grafana's grid the panels of one box take. */
    private long height() {
        long bottom = 0;
        for (JsonValue panel : model.elements("panels")) {
            JsonObject place = ((JsonObject) panel).object("gridPos");
            bottom = Math.max(bottom, place.number("y") + place.number("h"));
        }
        return bottom;
    }

    private static JsonObject moved(JsonObject panel, long down) {
        JsonObject place = panel.object("gridPos");
        return panel.with("gridPos", place.with("y", place.number("y") + down));
    }

    private static JsonValue filled(JsonValue value, String box) {
        return switch (value) {
            case JsonValue.Text(String text) ->
                new JsonValue.Text(text.replace("@BOX@", box)
                        .replace("@PROMETHEUS@", WantedSource.uid(box, Server.PROMETHEUS))
                        .replace("@LOKI@", WantedSource.uid(box, Server.LOKI)));
            case JsonValue.Array(List<JsonValue> elements) ->
                new JsonValue.Array(
                        elements.stream().map(each -> filled(each, box)).toList());
            case JsonObject object -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                object.members().forEach((name, member) -> members.put(name, filled(member, box)));
                yield new JsonObject(members);
            }
            case JsonValue.Numeral _, JsonValue.Truth _, JsonValue.Null _ -> value;
        };
    }
}
