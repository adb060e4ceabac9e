package dev.monsh.stack;

import dev.monsh.mount.Mount;
import dev.monsh.mount.Mounts;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service as the stack's files, or an engine, have it.
 *
 * @param name as in the Compose file
 * @param kind which of the four servers it is; empty for any other program
 * @param image the container image; empty where plain processes need none
 * @param command what follows the image's entry point; empty where the file names none
 * @param mounts in the file's order
 * @param environment as set in the file, not in the image
 * @param hostNetwork whether it listens on the machine's own addresses
 */
public record StackService(
        String name,
        Optional<Service> kind,
        String image,
        List<String> command,
        List<PublishedPort> ports,
        List<Mount> mounts,
        Map<String, String> environment,
        boolean hostNetwork) {

    /** The options that name the configuration file: Prometheus, Loki and Promtail, and process-exporter. */
    private static final List<String> CONFIGURATION_OPTIONS = List.of("config.file", "config.path");

    public StackService {
        command = List.copyOf(command);
        ports = List.copyOf(ports);
        mounts = List.copyOf(mounts);
        environment = Map.copyOf(environment);
    }

    /** Returns a server of that kind as a plain process: its configuration file and its port on this machine. */
    public static StackService plain(Service kind, Path configuration, int port) {
        String option = kind == Service.PROCESS_EXPORTER ? "-config.path=" : "--config.file=";
        return new StackService(
                kind.label(),
                Optional.of(kind),
                "",
                List.of(option + configuration),
                List.of(PublishedPort.onLoopback(port, kind.usualPort())),
                List.of(),
                Map.of(),
                true);
    }

    /** Returns a service of which only the name is known, since it runs. */
    public static StackService running(String name) {
        return new StackService(name, Service.named(name), "", List.of(), List.of(), List.of(), Map.of(), false);
    }

    /** Returns the service with those mounts in place of its own. */
    public StackService with(List<Mount> others) {
        return new StackService(name, kind, image, command, ports, others, environment, hostNetwork);
    }

    /** Returns the service with one more word on its command line. */
    public StackService with(String word) {
        List<String> words = Stream.concat(command.stream(), Stream.of(word)).toList();
        return new StackService(name, kind, image, words, ports, mounts, environment, hostNetwork);
    }

    /** Returns the value of an option on its command line, written {@code --name=value}, {@code -name value} or alike. */
    public Optional<String> option(String option) {
        for (int i = 0; i < command.size(); i++) {
            String word = command.get(i).replaceFirst("^--?", "");
            if (word.equals(command.get(i))) {
                continue;
            }
            if (word.startsWith(option + "=")) {
                return Optional.of(word.substring(option.length() + 1));
            }
            if (word.equals(option) && i + 1 < command.size()) {
                return Optional.of(command.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** Returns the path of its configuration file as the service itself sees it. */
    public Optional<String> configurationInside() {
        return CONFIGURATION_OPTIONS.stream()
                .map(this::option)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns its configuration file on this machine; empty where no bind mount leads to it. */
    public Optional<Path> configuration() {
        Optional<String> inside = configurationInside();
        return mounts.isEmpty() && image.isEmpty() ? inside.map(Path::of) : inside.flatMap(this::outside);
    }

    /** Returns the path on this machine of a path inside; empty where no bind mount leads to it. */
    public Optional<Path> outside(String inside) {
        return new Mounts(mounts).outside(inside).map(Path::of);
    }

    /** Returns the TCP port on this machine that leads to the port on which the server answers, by what the files say. */
    public Optional<PublishedPort> servingPort() {
        return kind.flatMap(server -> ports.stream()
                        .filter(port -> port.target() == server.usualPort())
                        .findFirst()
                        .or(() -> hostNetwork
                                ? Optional.of(PublishedPort.onLoopback(server.usualPort(), server.usualPort()))
                                : Optional.empty()))
                .or(() -> ports.size() == 1 ? Optional.of(ports.getFirst()) : Optional.empty());
    }

    /** Returns the URL on this machine that is answered with 200 once the server can serve. */
    public Optional<URI> readiness() {
        return kind.flatMap(server -> servingPort().map(port -> port.url(server.readyPath())));
    }
}
