package dev.monsh.adapter.ssh.config;

import dev.monsh.os.SearchPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What SSH finds on this machine.
 *
 * @param home the folder whose {@code .ssh} is meant
 * @param userName who is logged in here; the login name where nothing else is said
 * @param client OpenSSH's client, which is asked for the user's own configuration; empty where it is not installed
 * @param configuration a file to read instead of the user's own configuration
 * @param limit how long each step of a connection may take, where the user's configuration does not say
 */
public record SshSurroundings(
        Map<String, String> environment,
        Path home,
        String userName,
        Optional<Path> client,
        Optional<Path> configuration,
        Duration limit) {

    /** How long a step may take where nobody says. */
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(10);

    /** Surroundings with the usual limit. */
    public SshSurroundings(
            Map<String, String> environment,
            Path home,
            String userName,
            Optional<Path> client,
            Optional<Path> configuration) {
        this(environment, home, userName, client, configuration, USUAL_LIMIT);
    }

    /** Returns those of this process; the client is looked for on PATH. */
    public static SshSurroundings of(Map<String, String> environment, Path home) {
        return new SshSurroundings(
                environment,
                home,
                System.getProperty("user.name", "root"),
                SearchPath.of(environment).find("ssh"),
                Optional.empty(),
                USUAL_LIMIT);
    }

    /** Returns the same with another limit for each step. */
    public SshSurroundings within(Duration limit) {
        return new SshSurroundings(environment, home, userName, client, configuration, limit);
    }

    /** Returns a path in which {@code ~} stands for the home folder. */
    Path resolve(String path) {
        return path.startsWith("~/") ? home.resolve(path.substring(2)) : home.resolve(path);
    }
}
