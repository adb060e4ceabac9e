package dev.monsh.across.onboard;

import dev.monsh.box.LocalBox;
import dev.monsh.box.Server;
import dev.monsh.failure.Counted;
import dev.monsh.grafana.DataSource;
import dev.monsh.grafana.GrafanaNextStep;
import dev.monsh.grafana.GrafanaServer;
import dev.monsh.grafana.dashboard.DashboardChange;
import dev.monsh.grafana.dashboard.Dashboards;
import dev.monsh.grafana.dashboard.MonshDashboard;
import dev.monsh.grafana.datasource.BoxSources;
import dev.monsh.grafana.datasource.SourceChange;
import dev.monsh.grafana.datasource.WantedSource;
import dev.monsh.step.Sight;
import dev.monsh.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The Grafana steps for a box. */
final class GrafanaSteps {

    private static final Sight NONE = new Sight.NotConfigured("no Grafana is configured");

    private final PlannedBox box;
    private final Places places;

    GrafanaSteps(PlannedBox box, Places places) {
        this.box = box;
        this.places = places;
    }

    List<Step> onboarding() {
        return List.of(
                Step.of("data sources", () -> look(this::sources), this::makeSources),
                Step.of("dashboard", () -> look(this::dashboard), this::pushDashboard),
                Step.of("fleet dashboard", () -> look(grafana -> fleet(grafana, true)), () -> pushFleet(true)));
    }

    List<Step> offboarding() {
        return List.of(
                Step.of("fleet dashboard", () -> look(grafana -> fleet(grafana, false)), () -> pushFleet(false)),
                Step.of("dashboard", () -> look(this::dashboardLeft), this::removeDashboard),
                Step.of("data sources", () -> look(this::sourcesLeft), this::removeSources));
    }

    private Sight look(Function<GrafanaServer, Sight> looking) {
        return places.grafana().map(looking).orElse(NONE);
    }

    private BoxSources boxSources(GrafanaServer grafana) {
        return new BoxSources(grafana, places::secret);
    }

    private List<SourceChange> changes(GrafanaServer grafana) {
        return BoxSources.SERVERS.stream()
                .map(server ->
                        boxSources(grafana).look(new WantedSource(box.name(), server, box.endpoint(server)), false))
                .toList();
    }

    private Sight sources(GrafanaServer grafana) {
        List<String> plan = new ArrayList<>();
        for (SourceChange change : changes(grafana)) {
            switch (change) {
                case SourceChange.Add(WantedSource wanted) -> plan.add("add " + wanted.uid());
                case SourceChange.Update(WantedSource wanted, var _, var _) -> plan.add("update " + wanted.uid());
                case SourceChange.Provisioned provisioned -> throw BoxSources.readOnly(provisioned);
                case SourceChange.None _ -> {}
            }
        }
        return plan.isEmpty() ? new Sight.Right(uids()) : new Sight.Wrong(String.join(", ", plan));
    }

    private String uids() {
        return WantedSource.uid(box.name(), Server.PROMETHEUS) + " and " + WantedSource.uid(box.name(), Server.LOKI);
    }

    private void makeSources() {
        GrafanaServer grafana = places.grafana().orElseThrow();
        changes(grafana).forEach(boxSources(grafana)::make);
    }

    private DashboardChange own(GrafanaServer grafana) {
        return new Dashboards(grafana, List.of()).look(Dashboards.ofBox(box.name()));
    }

    private Sight dashboard(GrafanaServer grafana) {
        DashboardChange change = own(grafana);
        String uid = change.wanted().uid();
        return switch (change.state()) {
            case MISSING -> new Sight.Wrong("add " + uid);
            case SAME -> new Sight.Right(uid);
            case DIFFERENT -> new Sight.Right(uid + " exists with somebody's changes, which stay");
        };
    }

    private void pushDashboard() {
        GrafanaServer grafana = places.grafana().orElseThrow();
        new Dashboards(grafana, List.of()).push(own(grafana));
    }

    /**
     * Returns all boxes, this one included or not whatever the configuration has by now. The box that is this machine where
     * none is configured has no data source.
     */
    private List<String> boxes(boolean with) {
        List<String> names = new ArrayList<>(box.configuration().boxes().keySet());
        if (names.equals(List.of(LocalBox.NAME))) {
            names.clear();
        }
        if (with && !names.contains(box.name())) {
            names.add(box.name());
        } else if (!with) {
            names.remove(box.name());
        }
        return names;
    }

    private DashboardChange fleet(GrafanaServer grafana, List<String> boxes) {
        Dashboards dashboards = new Dashboards(grafana, boxes);
        return dashboards.look(dashboards.fleet());
    }

    /** A fleet's dashboard that is neither the one with the box nor the one without it was changed by a person. */
    private Sight fleet(GrafanaServer grafana, boolean with) {
        DashboardChange wanted = fleet(grafana, boxes(with));
        String rows = Counted.of(boxes(with).size(), "box", "boxes");
        return switch (wanted.state()) {
            case MISSING -> with ? new Sight.Wrong("add it with " + rows) : new Sight.Right("not in Grafana");
            case SAME -> new Sight.Right("shows " + rows);
            case DIFFERENT ->
                fleet(grafana, boxes(!with)).state() == DashboardChange.State.SAME
                        ? new Sight.Wrong((with ? "add" : "remove") + " the row of " + box.name())
                        : new Sight.NotConfigured(
                                "it differs from monsh's: compare the two, then push it",
                                Optional.of(new GrafanaNextStep.CompareDashboard(MonshDashboard.FLEET)));
        };
    }

    private void pushFleet(boolean with) {
        GrafanaServer grafana = places.grafana().orElseThrow();
        new Dashboards(grafana, boxes(with)).push(fleet(grafana, boxes(with)));
    }

    private Sight dashboardLeft(GrafanaServer grafana) {
        Optional<String> uid = own(grafana).found().map(each -> each.uid());
        return uid.<Sight>map(each -> new Sight.Wrong("remove " + each))
                .orElseGet(() -> new Sight.Right("not in Grafana"));
    }

    private void removeDashboard() {
        GrafanaServer grafana = places.grafana().orElseThrow();
        grafana.removeDashboard(own(grafana).wanted().uid());
    }

    private Sight sourcesLeft(GrafanaServer grafana) {
        List<String> left =
                boxSources(grafana).of(box.name()).stream().map(DataSource::uid).toList();
        return left.isEmpty()
                ? new Sight.Right("not in Grafana")
                : new Sight.Wrong("remove " + String.join(" and ", left));
    }

    private void removeSources() {
        GrafanaServer grafana = places.grafana().orElseThrow();
        BoxSources sources = boxSources(grafana);
        sources.of(box.name()).forEach(sources::remove);
    }
}
