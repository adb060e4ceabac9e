package dev.monsh.box;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The box that is there without any configuration: this machine. */
public final class LocalBox {

    /** Its name. */
    public static final String NAME = "local";

    /** The names that {@code docker compose} looks for, the preferred one first. */
    private static final List<String> COMPOSE_FILES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

    private LocalBox() {}

    /** Returns this machine: every server on its own port, the stack in the working folder or in the home folder. */
    public static Box find(Path workingFolder, Path home) {
        return new Box(
                NAME,
                Optional.of(stack(workingFolder, home)),
                endpoints(),
                Optional.empty(),
                EnumSet.allOf(Server.class));
    }

    /** Returns the addresses of a stack's servers on the machine that it runs on. */
    public static Map<Server, Endpoint> endpoints() {
        EnumMap<Server, Endpoint> endpoints = new EnumMap<>(Server.class);
        for (Server server : Server.values()) {
            endpoints.put(server, server.onThisMachine());
        }
        return endpoints;
    }

    private static Path stack(Path workingFolder, Path home) {
        return composeFile(workingFolder).isPresent() ? workingFolder : home.resolve("process-monitor");
    }

    /** Returns the Compose file of a stack's folder, the one that {@code docker compose} would take. */
    public static Optional<Path> composeFile(Path folder) {
        for (String name : COMPOSE_FILES) {
            if (Files.isRegularFile(folder.resolve(name))) {
                return Optional.of(folder.resolve(name));
            }
        }
        return Optional.empty();
    }
}
