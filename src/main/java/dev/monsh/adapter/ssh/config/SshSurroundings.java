package dev.monsh.adapter.ssh.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What SSH finds on this machine.
 *
 * @param home the folder whose {@code .ssh} is meant
 * @param userName who is logged in here; the login name where nothing else is said
 * @param client OpenSSH's client, which is asked for the user's own configuration; empty where it is not installed
 * @param configuration a file to read instead of the user's own configuration
 */
public record SshSurroundings(
        Map<String, String> environment,
        Path home,
        String userName,
        Optional<Path> client,
        Optional<Path> configuration) {

    /** Returns those of this process; the client is looked for on PATH. */
    public static SshSurroundings of(Map<String, String> environment, Path home) {
        return new SshSurroundings(
                environment,
                home,
                System.getProperty("user.name", "root"),
                ClientFinder.find(environment.getOrDefault("PATH", "")),
                Optional.empty());
    }

    /** Returns a path in which {@code ~} stands for the home folder. */
    Path resolve(String path) {
        return path.startsWith("~/") ? home.resolve(path.substring(2)) : home.resolve(path);
    }
}
