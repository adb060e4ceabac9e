package dev.monsh.command.next;

import dev.monsh.failure.ShellWord;
import dev.monsh.grafana.GrafanaNextStep;

/** The commands for what can be done about a Grafana. */
final class GrafanaNextSteps {

    private GrafanaNextSteps() {}

    static String text(GrafanaNextStep next) {
        return switch (next) {
            case GrafanaNextStep.ListSources() -> "monsh grafana datasource list";
            case GrafanaNextStep.AddSources(String box) -> "monsh grafana datasource add " + ShellWord.of(box);
            case GrafanaNextStep.ListDashboards() -> "monsh grafana dashboard list";
            case GrafanaNextStep.CompareDashboard(String name) -> "monsh grafana dashboard diff " + ShellWord.of(name);
            case GrafanaNextStep.CheckGateway() -> "monsh gateway check";
            case GrafanaNextStep.PassLiveTail() -> "monsh gateway harden";
            case GrafanaNextStep.SeeTargets() -> "monsh metrics targets";
            case GrafanaNextStep.CheckLogFiles() -> "monsh logfile check";
        };
    }
}
