package dev.monsh.across.drift;

import dev.monsh.across.PublicEndpoints;
import dev.monsh.box.Box;
import dev.monsh.box.Configuration;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Secret;
import dev.monsh.box.SecretValue;
import dev.monsh.box.Server;
import dev.monsh.failure.NextStep;
import dev.monsh.grafana.DashboardEntry;
import dev.monsh.grafana.DataSource;
import dev.monsh.grafana.GrafanaNextStep;
import dev.monsh.grafana.GrafanaServer;
import dev.monsh.grafana.dashboard.Dashboards;
import dev.monsh.grafana.dashboard.MonshDashboard;
import dev.monsh.grafana.datasource.BoxSources;
import dev.monsh.grafana.datasource.SourceChange;
import dev.monsh.grafana.datasource.SourceDifference;
import dev.monsh.grafana.datasource.WantedSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Compares Grafana's data sources with the public addresses of boxes. */
final class GrafanaDrift {

    private static final String PLACE = "grafana";
    private static final NextStep LIST = new GrafanaNextStep.ListSources();

    private final GrafanaServer grafana;
    private final BoxSources sources;
    private final Configuration configuration;

    GrafanaDrift(GrafanaServer grafana, Function<Secret, SecretValue> secrets, Configuration configuration) {
        this.grafana = grafana;
        this.sources = new BoxSources(grafana, secrets);
        this.configuration = configuration;
    }

    List<Disagreement> find(PublicEndpoints endpoints) {
        List<Disagreement> found = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Box box : configuration.boxes().values()) {
            for (Map.Entry<Server, Endpoint> each : endpoints.of(box).entrySet()) {
                WantedSource wanted = new WantedSource(box.name(), each.getKey(), each.getValue());
                found.addAll(compare(wanted));
            }
            BoxSources.SERVERS.forEach(server -> known.add(WantedSource.uid(box.name(), server)));
        }
        for (DataSource source : grafana.dataSources()) {
            boolean ours = source.uid().startsWith("monsh-") && source.isOfBox();
            if (ours && !known.contains(source.uid())) {
                found.add(Disagreement.of(
                        PLACE, source.uid(), "leads to " + source.url(), "a box in the configuration", LIST));
            }
        }
        forgottenDashboards(found);
        return found;
    }

    private void forgottenDashboards(List<Disagreement> found) {
        Set<String> known = new HashSet<>();
        configuration
                .boxes()
                .keySet()
                .forEach(box -> known.add(Dashboards.ofBox(box).uid()));
        for (DashboardEntry dashboard : grafana.dashboards(MonshDashboard.TAG)) {
            if (dashboard.uid().startsWith("monsh-box-") && !known.contains(dashboard.uid())) {
                found.add(Disagreement.of(
                        PLACE,
                        dashboard.uid(),
                        "dashboard '" + dashboard.title() + "'",
                        "a box in the configuration",
                        new GrafanaNextStep.ListDashboards()));
            }
        }
    }

    private List<Disagreement> compare(WantedSource wanted) {
        NextStep add = new GrafanaNextStep.AddSources(wanted.box());
        return switch (sources.look(wanted, false)) {
            case SourceChange.None _ -> List.of();
            case SourceChange.Add _ ->
                List.of(Disagreement.of(PLACE, wanted.uid(), "no such data source", "one for " + wanted.url(), add));
            case SourceChange.Update(var _, var _, List<SourceDifference> differences) ->
                rows(wanted, differences, add);
            case SourceChange.Provisioned(var _, var _, List<SourceDifference> differences) ->
                rows(wanted, differences, LIST);
        };
    }

    private static List<Disagreement> rows(WantedSource wanted, List<SourceDifference> differences, NextStep next) {
        return differences.stream()
                .map(each -> Disagreement.of(
                        PLACE,
                        wanted.uid() + " " + each.field(),
                        each.found().isEmpty() ? "nothing" : each.found(),
                        each.wanted().isEmpty() ? "nothing" : each.wanted(),
                        next))
                .toList();
    }
}
