package dev.monsh.app.sources;

import dev.monsh.adapter.yaml.compose.ComposeFileReader;
import dev.monsh.box.Box;
import dev.monsh.box.Endpoint;
import dev.monsh.box.LocalBox;
import dev.monsh.box.Server;
import dev.monsh.failure.MonshException;
import dev.monsh.stack.PublishedPort;
import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Gives a box the addresses that nobody configured, from the ports that its stack's Compose file publishes. */
final class StackAddresses {

    private final Map<String, String> environment;
    private final Path home;

    /** Takes the environment, whose variables a Compose file may name, and the home folder. */
    StackAddresses(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    /**
     * Returns the box with the addresses of its stack. A server that the Compose file does not publish has none; a file
     * that cannot be read, or is of another program, changes nothing.
     */
    Box complete(Box box) {
        if (box.assumed().isEmpty()) {
            return box;
        }
        return box.stack()
                .filter(folder -> LocalBox.composeFile(folder).isPresent())
                .flatMap(this::read)
                .filter(stack -> stack.services().stream()
                        .anyMatch(service -> service.kind().isPresent()))
                .map(stack -> completed(box, stack))
                .orElse(box);
    }

    private Optional<Stack> read(Path folder) {
        try {
            return Optional.of(
                    new ComposeFileReader(environment, home).read(folder).stack());
        } catch (MonshException e) {
            return Optional.empty();
        }
    }

    private static Box completed(Box box, Stack stack) {
        Box completed = box;
        for (Server server : box.assumed()) {
            Optional<Endpoint> published = stack.find(service(server))
                    .flatMap(StackService::servingPort)
                    .filter(port -> port.published() > 0)
                    .map(StackAddresses::endpoint);
            completed = published.isPresent() ? completed.with(server, published.get()) : completed.without(server);
        }
        return completed;
    }

    private static Endpoint endpoint(PublishedPort port) {
        String url = port.url("").toString();
        return Endpoint.of(url.replace("//127.0.0.1:", "//localhost:"));
    }

    private static Service service(Server server) {
        return switch (server) {
            case PROMETHEUS -> Service.PROMETHEUS;
            case LOKI -> Service.LOKI;
            case PROCESS_EXPORTER -> Service.PROCESS_EXPORTER;
            case PROMTAIL -> Service.PROMTAIL;
        };
    }
}
