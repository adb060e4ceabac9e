package dev.monsh.stack.check;

import dev.monsh.failure.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads of the servers' configuration files what a stack has to agree on. Each throws a
 * {@link dev.monsh.failure.ConfigurationException} with all faults where the file is not what its server takes, and a
 * {@link dev.monsh.failure.RefusedException} where it can't be read.
 */
public interface ServerFiles {

    PrometheusFile prometheus(Path file);

    /** Reads a file of rules only for its faults. */
    void rules(Path file);

    LokiFile loki(Path file);

    PromtailFile promtail(Path file);

    /**
     * Where a server is to reach another one.
     *
     * @param place without a message
     */
    record Address(String host, int port, Problem place) {}

    /** A text and its place, which has no message. */
    record Placed(String text, Problem place) {}

    /**
     * Prometheus's configuration.
     *
     * @param targets static ones
     * @param ruleFiles paths or globs as Prometheus sees them
     */
    record PrometheusFile(List<Address> targets, List<Placed> ruleFiles) {

        public PrometheusFile {
            targets = List.copyOf(targets);
            ruleFiles = List.copyOf(ruleFiles);
        }
    }

    /**
     * Loki's configuration.
     *
     * @param port of its HTTP server, where it is named
     * @param pathPrefix the folder below which it stores, where it is named
     * @param retention whether old lines are deleted
     * @param oldSchema the newest schema where it is older than v13, with its place
     * @param structuredMetadata whether it stores structured metadata, which needs schema v13
     */
    record LokiFile(
            OptionalInt port,
            Optional<Placed> pathPrefix,
            boolean retention,
            Optional<Placed> oldSchema,
            boolean structuredMetadata) {}

    /**
     * Promtail's configuration.
     *
     * @param port of its HTTP server, where it is named
     * @param positions where it keeps how far it has read
     * @param clients the Lokis that it sends to
     */
    record PromtailFile(OptionalInt port, Optional<Placed> positions, List<Placed> clients) {

        public PromtailFile {
            clients = List.copyOf(clients);
        }
    }
}
