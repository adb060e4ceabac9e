package dev.monsh.adapter.nativeengine;

import dev.monsh.adapter.nativeengine.process.Launch;
import dev.monsh.stack.PublishedPort;
import dev.monsh.stack.Service;
import dev.monsh.stack.StackService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a service is run as a plain program.
 *
 * @param program its file
 * @param configuration the configuration file to start it with
 * @param data where it may store what it collects
 * @param port where it listens
 */
record ServiceProgram(StackService service, Path program, Path configuration, Path data, PublishedPort port) {

    /** Options of a container's command line that mean something else outside it, or that monsh sets itself. */
    private static final List<String> OF_THE_CONTAINER = List.of(
            "config.file",
            "config.path",
            "storage.tsdb.path",
            "web.listen-address",
            "web.console.libraries",
            "web.console.templates",
            "procfs",
            "server.http-listen-address",
            "server.http-listen-port");

    /** Returns the program and its arguments; the options are those of each server's own {@code --help}. */
    List<String> command() {
        List<String> words = new ArrayList<>();
        words.add(program.toString());
        switch (kind()) {
            case PROMETHEUS ->
                words.addAll(List.of(
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + data,
                        "--web.listen-address=" + address()));
            case PROCESS_EXPORTER ->
                words.addAll(List.of("-config.path", configuration.toString(), "-web.listen-address", address()));
            case LOKI, PROMTAIL ->
                words.addAll(List.of(
                        "-config.file=" + configuration,
                        "-server.http-listen-address=" + host(),
                        "-server.http-listen-port=" + port.published()));
        }
        words.addAll(ownOptions());
        return words;
    }

    private Service kind() {
        return service.kind().orElseThrow();
    }

    private String address() {
        return host() + ":" + port.published();
    }

    private String host() {
        return port.isOnEveryAddress() ? PublishedPort.EVERY_ADDRESS : port.address();
    }

    /** Only {@code --name=value} and flags are handed on: a value that stands alone can't be told from an argument. */
    private List<String> ownOptions() {
        return service.command().stream()
                .filter(word -> word.startsWith("-"))
                .filter(word -> OF_THE_CONTAINER.stream().noneMatch(option -> isOption(word, option)))
                .toList();
    }

    private static boolean isOption(String word, String option) {
        String name = word.replaceFirst("^--?", "");
        return name.equals(option) || name.startsWith(option + "=");
    }

    Launch launch() {
        return new Launch(service.name(), command(), Map.of(), port.published());
    }
}
