package dev.monsh.grafana;

import dev.monsh.json.JsonObject;

/**
 * A dashboard as Grafana has it.
 *
 * @param folder the uid of its folder; empty for the root. A save that leaves it out moves the dashboard to the root
 * @param version what a save must name, so that nobody's change is lost
 * @param provisioned whether it comes from a file on Grafana's host
 * @param changedBy who saved it last; may be empty
 * @param model the dashboard itself
 */
public record Dashboard(String folder, long version, boolean provisioned, String changedBy, JsonObject model) {

    public String uid() {
        return model.text("uid");
    }
}
