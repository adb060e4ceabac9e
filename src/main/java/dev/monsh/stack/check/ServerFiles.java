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

    /**
     * Reads a file of scrape targets.
     *
     * @param usualPort the port of targets that name none
     * @param asWritten whether the addresses are those that are scraped; relabelling may take any for another
     */
    TargetFile targets(Path file, int usualPort, boolean asWritten);

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
     * @param targetFiles where files of targets are
     * @param notChecked what only the running server can know
     * @param ignored where a second document begins, which Prometheus does not read
     */
    record PrometheusFile(
            List<Address> targets,
            List<Placed> ruleFiles,
            List<TargetFiles> targetFiles,
            List<Placed> notChecked,
            Optional<Problem> ignored) {

        public PrometheusFile {
            targets = List.copyOf(targets);
            ruleFiles = List.copyOf(ruleFiles);
            targetFiles = List.copyOf(targetFiles);
            notChecked = List.copyOf(notChecked);
        }
    }

    /**
     * Files of targets that a scrape configuration names.
     *
     * @param pattern a path or glob as Prometheus sees it
     * @param usualPort the port of targets that name none
     * @param asWritten whether no relabelling changes the addresses
     */
    record TargetFiles(String pattern, Problem place, int usualPort, boolean asWritten) {}

    /** A file of targets, and what of it only the running server can know. */
    record TargetFile(List<Address> targets, List<Placed> notChecked) {

        public TargetFile {
            targets = List.copyOf(targets);
            notChecked = List.copyOf(notChecked);
        }
    }

    /**
     * Loki's configuration.
     *
     * @param port of its HTTP server; empty where only the running server knows it
     * @param pathPrefix the folder below which it stores, where it is named
     * @param retention whether old lines are deleted
     * @param oldSchema the newest schema where it is older than v13, with its place
     * @param structuredMetadata whether it stores structured metadata, which needs schema v13
     * @param notChecked what only the running server can know
     * @param ignored where a second document begins, which Loki does not read
     */
    record LokiFile(
            OptionalInt port,
            Optional<Placed> pathPrefix,
            boolean retention,
            Optional<Placed> oldSchema,
            boolean structuredMetadata,
            List<Placed> notChecked,
            Optional<Problem> ignored) {

        public LokiFile {
            notChecked = List.copyOf(notChecked);
        }
    }

    /**
     * Promtail's configuration.
     *
     * @param port of its HTTP server; empty where only the running server knows it
     * @param positions where it keeps how far it has read
     * @param clients the Lokis that it sends to
     * @param notChecked what only the running server can know
     * @param ignored where a second document begins, which Promtail does not read
     */
    record PromtailFile(
            OptionalInt port,
            Optional<Placed> positions,
            List<Placed> clients,
            List<Placed> notChecked,
            Optional<Problem> ignored) {

        public PromtailFile {
            notChecked = List.copyOf(notChecked);
            clients = List.copyOf(clients);
        }
    }
}
