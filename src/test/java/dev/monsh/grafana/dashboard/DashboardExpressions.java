package dev.monsh.grafana.dashboard;

import dev.monsh.json.JsonObject;
import dev.monsh.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** The expressions of a dashboard, with Grafana's variables filled in. */
final class DashboardExpressions {

    private final List<String> metrics = new ArrayList<>();
    private final List<String> logs = new ArrayList<>();

    DashboardExpressions(JsonObject model) {
        collect(model);
    }

    private void collect(JsonValue value) {
        switch (value) {
            case JsonObject object -> {
                String expression = object.text("expr");
                if (!expression.isEmpty()) {
                    boolean loki = object.object("datasource").text("type").equals("loki");
                    (loki ? logs : metrics).add(filled(expression));
                }
                object.members().values().forEach(this::collect);
            }
            case JsonValue.Array(List<JsonValue> elements) -> elements.forEach(this::collect);
            case JsonValue.Text _, JsonValue.Numeral _, JsonValue.Truth _, JsonValue.Null _ -> {}
        }
    }

    /** As Grafana does for "All", and for a panel of an hour. */
    private static String filled(String expression) {
        return expression
                .replace("$__rate_interval", "1m")
                .replace("$__auto", "1m")
                .replace("$groupname", ".+")
                .replace("$service", ".+");
    }

    /** Returns the PromQL expressions. */
    List<String> metrics() {
        return metrics;
    }

    /** Returns the LogQL expressions. */
    List<String> logs() {
        return logs;
    }
}
