package dev.monsh.box;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the configuration file is.
 *
 * @param named whether the user named it, so that its absence is a mistake
 */
public record ConfigurationLocation(Path file, boolean named) {

    /**
     * Takes the file of {@code --config}, else of {@code MONSH_CONFIG}, else {@code monsh/config.yml} in
     * {@code XDG_CONFIG_HOME}, else in {@code ~/.config}. A relative {@code XDG_CONFIG_HOME} is passed over, as the XDG
     * Base Directory Specification asks.
     */
    public static ConfigurationLocation of(
            Optional<String> option, Map<String, String> environment, Path home, Path workingFolder) {
        String given = option.orElse(environment.getOrDefault("MONSH_CONFIG", ""));
        if (!given.isEmpty()) {
            return new ConfigurationLocation(workingFolder.resolve(given).normalize(), true);
        }
        Path base = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
        Path folder = base.isAbsolute() ? base : home.resolve(".config");
        return new ConfigurationLocation(folder.resolve("monsh").resolve("config.yml"), false);
    }
}
