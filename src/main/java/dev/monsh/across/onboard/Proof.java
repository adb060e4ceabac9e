package dev.monsh.across.onboard;

import dev.monsh.box.Server;
import dev.monsh.failure.RejectedException;
import dev.monsh.grafana.datasource.NewestLine;
import dev.monsh.grafana.datasource.SourceProbe;
import dev.monsh.grafana.datasource.WantedSource;
import dev.monsh.step.Sight;
import dev.monsh.step.Step;
import java.util.List;
import java.util.function.Function;

/**
 * The manual's two queries for a box, by the way that Grafana takes: a metric of process-exporter and a log line, through the
 * public address and through Grafana's proxy.
 */
final class Proof {

    /** The manual's query without a group's name, so that it holds for every box. */
    private static final String CPU = "rate(namedprocess_namegroup_cpu_seconds_total[5m])";

    private final PlannedBox box;
    private final Places places;

    Proof(PlannedBox box, Places places) {
        this.box = box;
        this.places = places;
    }

    List<Step> steps() {
        return List.of(
                Step.check("proof: metric", () -> metric(publicly(Server.PROMETHEUS))),
                Step.check("proof: log line", () -> line(publicly(Server.LOKI))),
                Step.check("proof: metric in Grafana", () -> proxied(Server.PROMETHEUS, this::metric)),
                Step.check("proof: log line in Grafana", () -> proxied(Server.LOKI, this::line)));
    }

    private SourceProbe publicly(Server server) {
        return places.straight(box.endpoint(server));
    }

    private Sight proxied(Server server, Function<SourceProbe, Sight> question) {
        return places.grafana().isEmpty()
                ? new Sight.NotConfigured("no Grafana is configured")
                : question.apply(places.proxied(WantedSource.uid(box.name(), server)));
    }

    private Sight metric(SourceProbe probe) {
        return new Sight.Right(probe.metric(CPU)
                .orElseThrow(() -> new RejectedException(
                        probe.address(),
                        "it answers, but has no process metric from the last 5 minutes",
                        new OnboardNextStep.SeeTargets(box.name()))));
    }

    private Sight line(SourceProbe probe) {
        NewestLine line = probe.newestLine()
                .orElseThrow(() -> new RejectedException(
                        probe.address(),
                        "it answers, but has no log line from the last hour",
                        new OnboardNextStep.SeeLabels(box.name())));
        return new Sight.Right(line.labels() + " " + line.text());
    }
}
