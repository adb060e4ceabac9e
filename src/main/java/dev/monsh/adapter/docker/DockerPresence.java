package dev.monsh.adapter.docker;

import dev.monsh.adapter.docker.container.Containers;
import dev.monsh.adapter.docker.container.DockerCli;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.UnreachableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Checks whether a Docker engine answers. */
public final class DockerPresence {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, String> environment;
    private final Path folder;

    /** Takes the user's environment, where docker finds its host and context. */
    public DockerPresence(Map<String, String> environment, Path folder) {
        this.environment = Map.copyOf(environment);
        this.folder = folder;
    }

    /**
     * Returns nothing where an engine answers, else why none does.
     *
     * @throws MonshException where one is there and does not let this user in, or does not answer in time: to go on
     *     without it would only hide that
     */
    public Optional<String> ask() {
        try {
            Containers.source(new DockerCli(environment, folder), PATIENCE).ping();
            return Optional.empty();
        } catch (UnreachableException e) {
            return Optional.of(e.why());
        }
    }

    /** Returns the engine's address, or a description if it is the usual one. */
    public String address() {
        return environment.getOrDefault("DOCKER_HOST", "its usual socket");
    }
}
