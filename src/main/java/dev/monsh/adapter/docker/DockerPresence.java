package dev.monsh.adapter.docker;

import dev.monsh.failure.MonshException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tells whether a Docker engine answers. */
public final class DockerPresence {

    private static final Path USUAL_SOCKET = Path.of("/var/run/docker.sock");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, String> environment;
    private final Path folder;

    /** Takes the user's environment, where docker finds its host and context. */
    public DockerPresence(Map<String, String> environment, Path folder) {
        this.environment = Map.copyOf(environment);
        this.folder = folder;
    }

    /** Whether there is an engine. */
    public sealed interface Answer {

        /** One answers; {@code where} is its address. */
        record Present(String version, String where) implements Answer {}

        /** None answers. */
        record Absent(String why) implements Answer {}

        /** One is there and does not let this user in: to go on without it would only hide that. */
        record Refused(MonshException failure) implements Answer {}
    }

    /** Asks. */
    public Answer ask() {
        boolean usual = !environment.containsKey("DOCKER_HOST") && !environment.containsKey("DOCKER_CONTEXT");
        try {
            CommandOutput version = new DockerCli(environment, folder)
                    .docker(PATIENCE, List.of("version", "--format", "{{.Server.Version}}"));
            if (version.ok()) {
                return new Answer.Present(version.out().strip(), address());
            }
            return new EngineFault(version)
                    .engine()
                    .map(DockerPresence::answer)
                    .orElseGet(() -> new Answer.Absent(new EngineFault(version).lastWords()));
        } catch (TimedOutException e) {
            return new Answer.Refused(e);
        } catch (UnreachableException e) {
            return usual && Files.exists(USUAL_SOCKET) ? new Answer.Refused(e) : new Answer.Absent(e.why());
        }
    }

    private String address() {
        return environment.getOrDefault("DOCKER_HOST", "the usual socket");
    }

    private static Answer answer(MonshException failure) {
        return failure instanceof UnreachableException ? new Answer.Absent(failure.why()) : new Answer.Refused(failure);
    }
}
