package dev.monsh.grafana;

import dev.monsh.failure.NextStep;

/** What can be done next about a Grafana, its data sources and what they lead to. */
public sealed interface GrafanaNextStep extends NextStep {

    /** Look at all data sources. */
    record ListSources() implements GrafanaNextStep {}

    /** Add the data sources of a box, or update them. */
    record AddSources(String box) implements GrafanaNextStep {}

    /** Look at all dashboards. */
    record ListDashboards() implements GrafanaNextStep {}

    /** See how a dashboard in Grafana differs from monsh's. */
    record CompareDashboard(String name) implements GrafanaNextStep {}

    /** Follow the way from the gateway to every box. */
    record CheckGateway() implements GrafanaNextStep {}

    /** Have the gateway pass on what live tail needs. */
    record PassLiveTail() implements GrafanaNextStep {}

    /** Look at what Prometheus scrapes. */
    record SeeTargets() implements GrafanaNextStep {}

    /** Check whether the log files are shipped. */
    record CheckLogFiles() implements GrafanaNextStep {}
}
