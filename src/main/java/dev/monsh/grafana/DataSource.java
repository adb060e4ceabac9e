package dev.monsh.grafana;

import dev.monsh.json.JsonObject;

/**
 * A data source as Grafana describes it. Everything that Grafana told is kept, since an update must send it all back.
 *
 * @param settings the object of the API; of a list's entry some members are missing, the version among them
 */
public record DataSource(JsonObject settings) {

    /** The type of a Prometheus. */
    public static final String PROMETHEUS = "prometheus";

    /** The type of a Loki. */
    public static final String LOKI = "loki";

    public String uid() {
        return settings.text("uid");
    }

    public String name() {
        return settings.text("name");
    }

    public String type() {
        return settings.text("type");
    }

    public String url() {
        return settings.text("url");
    }

    public boolean isDefault() {
        return settings.truth("isDefault");
    }

    /** Returns whether it comes from a file on Grafana's host, and can be changed only there. */
    public boolean isReadOnly() {
        return settings.truth("readOnly");
    }

    /** Returns whether it is of one of the types that a box has. */
    public boolean isOfBox() {
        return type().equals(PROMETHEUS) || type().equals(LOKI);
    }
}
