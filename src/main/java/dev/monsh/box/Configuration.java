package dev.monsh.box;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration file as values.
 *
 * @param file where it was read from, or where it would be
 * @param present whether the file exists
 * @param current the name of the box in use; a key of {@code boxes}
 * @param boxes in the order of the file
 * @param console how the console behaves
 */
public record Configuration(
        Path file,
        boolean present,
        Optional<String> current,
        Map<String, Box> boxes,
        Optional<GatewaySettings> gateway,
        Optional<AwsSettings> aws,
        Optional<Endpoint> grafana,
        ConsoleSettings console) {}
