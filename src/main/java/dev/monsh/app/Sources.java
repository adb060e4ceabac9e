package dev.monsh.app;

import dev.monsh.adapter.http.HttpClients;
import dev.monsh.adapter.http.PrometheusSource;
import dev.monsh.adapter.yaml.YamlBoxStore;
import dev.monsh.box.Box;
import dev.monsh.box.BoxChoice;
import dev.monsh.box.BoxStore;
import dev.monsh.box.Configuration;
import dev.monsh.box.ConfigurationLocation;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Secret;
import dev.monsh.box.SecretReader;
import dev.monsh.command.Boxes;
import dev.monsh.command.GlobalOptions;
import dev.monsh.failure.MonshException;
import dev.monsh.metrics.MetricsSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The configuration and the servers that commands ask, made when first asked for. Clients are kept as long as the box stays
 * the same: a script's hundred queries share a connection.
 */
public final class Sources implements Boxes {

    private final Surroundings surroundings;
    private final HttpClients clients;
    private final List<Opened> metrics = new ArrayList<>();

    /** A source and what it was opened for. A list of them, since the first call then compares and hashes nothing. */
    private record Opened(Endpoint endpoint, Optional<Duration> timeout, MetricsSource source) {

        boolean isFor(Endpoint other, Optional<Duration> otherTimeout) {
            return endpoint.equals(other) && timeout.equals(otherTimeout);
        }
    }

    Sources(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.clients = new HttpClients(surroundings.environment(), this::secret);
    }

    @Override
    public ConfigurationLocation location(GlobalOptions options) {
        return ConfigurationLocation.of(
                options.config().map(Path::toString),
                surroundings.environment(),
                surroundings.home(),
                surroundings.workingFolder());
    }

    @Override
    public BoxStore store(GlobalOptions options) {
        return new YamlBoxStore(location(options), surroundings.workingFolder(), surroundings.home());
    }

    @Override
    public Box chosen(GlobalOptions options) {
        Configuration configuration = store(options).load();
        return BoxChoice.choose(configuration, options.box(), surroundings.environment());
    }

    /** Returns the Prometheus of the box that the options choose. */
    public MetricsSource metrics(GlobalOptions options) {
        Endpoint endpoint = chosen(options).prometheus();
        for (Opened opened : metrics) {
            if (opened.isFor(endpoint, options.timeout())) {
                return opened.source();
            }
        }
        MetricsSource source = new PrometheusSource(clients.open(endpoint, options.timeout()));
        metrics.add(new Opened(endpoint, options.timeout(), source));
        return source;
    }

    /** Returns the name of the box that the options choose, or nothing where the configuration does not tell. */
    public String boxName(GlobalOptions options) {
        try {
            return chosen(options).name();
        } catch (MonshException e) {
            return "";
        }
    }

    private String secret(Secret secret) {
        return new String(
                new SecretReader(surroundings.environment()).read(secret).chars());
    }
}
