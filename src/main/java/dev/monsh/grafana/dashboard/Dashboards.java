package dev.monsh.grafana.dashboard;

import dev.monsh.failure.RefusedException;
import dev.monsh.failure.Spelling;
import dev.monsh.failure.UsageException;
import dev.monsh.grafana.Dashboard;
import dev.monsh.grafana.GrafanaNextStep;
import dev.monsh.grafana.GrafanaServer;
import dev.monsh.json.JsonObject;
import dev.monsh.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The dashboards of a set of boxes in a Grafana. */
public final class Dashboards {

    private final GrafanaServer grafana;
    private final List<String> boxes;

    /** Takes the names of all boxes that the fleet's dashboard shows. */
    public Dashboards(GrafanaServer grafana, List<String> boxes) {
        this.grafana = grafana;
        this.boxes = List.copyOf(boxes);
    }

    /** Returns the dashboard of a box, whether or not it is one of the boxes. */
    public static MonshDashboard ofBox(String box) {
        return new MonshDashboard.OfBox(box);
    }

    /** Returns the dashboard of all boxes. */
    public MonshDashboard fleet() {
        return new MonshDashboard.Fleet(boxes);
    }

    /**
     * Returns the dashboards with these names, all where none is given.
     *
     * @throws UsageException where a name is neither a box nor {@code fleet}
     */
    public List<MonshDashboard> called(List<String> names) {
        if (names.isEmpty()) {
            return Stream.concat(boxes.stream().map(Dashboards::ofBox), Stream.of(fleet()))
                    .toList();
        }
        return names.stream().map(this::called).toList();
    }

    private MonshDashboard called(String name) {
        if (boxes.contains(name)) {
            return ofBox(name);
        }
        if (name.equals(MonshDashboard.FLEET)) {
            return fleet();
        }
        List<String> known = new ArrayList<>(boxes);
        known.add(MonshDashboard.FLEET);
        throw new UsageException(
                "dashboard '" + name + "'",
                Spelling.nearest(name, known)
                        .map(each -> "not found; did you mean '" + each + "'?")
                        .orElse("not found; there are " + String.join(", ", known)),
                new GrafanaNextStep.ListDashboards());
    }

    /** Returns a dashboard beside the one that Grafana has. */
    public DashboardChange look(MonshDashboard wanted) {
        return new DashboardChange(wanted, grafana.dashboard(wanted.uid()));
    }

    /**
     * Puts monsh's dashboard in the place of the one that was looked at; it stays in its folder.
     *
     * @throws dev.monsh.failure.ConflictException where somebody saved another version meanwhile
     * @throws RefusedException where it comes from a file on Grafana's host
     */
    public void push(DashboardChange change) {
        Optional<Dashboard> found = change.found();
        if (found.filter(Dashboard::provisioned).isPresent()) {
            throw new RefusedException(
                    "dashboard " + change.wanted().uid(),
                    "it is read-only, because a provisioning file on Grafana's host defines it: edit that file"
                            + " (mostly in /etc/grafana/provisioning/dashboards/)");
        }
        JsonObject model = change.wanted().model().with("id", new JsonValue.Null());
        if (found.isPresent()) {
            model = model.with("version", found.get().version());
        }
        grafana.saveDashboard(model, found.map(Dashboard::folder).orElse(""), "pushed by monsh");
    }
}
