package dev.monsh.app;

import dev.monsh.adapter.http.HttpClients;
import dev.monsh.adapter.http.PrometheusSource;
import dev.monsh.box.Endpoint;
import dev.monsh.command.GlobalOptions;
import dev.monsh.metrics.MetricsSource;
import java.util.HashMap;
import java.util.Map;

/** The servers that commands ask, made when first asked for and kept: a script's hundred queries share a connection. */
final class Sources {

    private final Surroundings surroundings;
    private final Map<GlobalOptions, MetricsSource> metrics = new HashMap<>();

    Sources(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    MetricsSource metrics(GlobalOptions options) {
        return metrics.computeIfAbsent(
                options,
                key -> new PrometheusSource(new HttpClients(surroundings.environment(), secret -> "")
                        .open(
                                Endpoint.of(surroundings
                                        .environment()
                                        .getOrDefault("MONSH_PROMETHEUS_URL", "http://localhost:9090")),
                                options.timeout())));
    }
}
