package dev.monsh.stack.init;

import dev.monsh.failure.UsageException;
import dev.monsh.stack.ManualLayout;
import dev.monsh.stack.PublishedPort;
import dev.monsh.stack.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A stack that is to be made.
 *
 * @param folder absolute
 * @param logs the folder of the log files, absolute
 * @param reach who can reach Prometheus and Loki
 */
public record NewStack(Path folder, Path logs, Reach reach) {

    /** What would mean something else in a volume of Compose, in a variable's default, or in Promtail's glob. */
    private static final Pattern UNFIT = Pattern.compile("[:$\"\\\\*?\\[\\]{}\\p{Cntrl}]");

    /** The name under which Compose finds the manual's file. */
    public static final String COMPOSE_FILE = "docker-compose.yml";

    /**
     * Takes the folders.
     *
     * @throws UsageException where the folder of logs has a name that the files can't hold
     */
    public NewStack {
        if (UNFIT.matcher(logs.toString()).find()) {
            throw new UsageException(
                    "the folder of logs " + logs,
                    "Compose and Promtail give one of : $ \" \\ * ? [ ] { } in its name a meaning of its own; choose"
                            + " another folder");
        }
    }

    /** Returns all its files. */
    public List<InitFile> files() {
        return List.of(
                file(folder.resolve(COMPOSE_FILE), "docker-compose.yml"),
                file(ManualLayout.file(folder, Service.PROMETHEUS), "prometheus.yml"),
                file(ManualLayout.file(folder, Service.LOKI), "loki.yml"),
                file(ManualLayout.file(folder, Service.PROMTAIL), "promtail.yml"),
                file(ManualLayout.file(folder, Service.PROCESS_EXPORTER), "process-exporter.yml"),
                new InitFile(folder.resolve("populate_log.sh"), text("populate_log.sh"), true),
                file(folder.resolve("README.md"), "README.md"));
    }

    private InitFile file(Path path, String template) {
        return new InitFile(path, text(template), false);
    }

    private String text(String template) {
        return template(template)
                .replace("@PROMETHEUS_PORTS@", ports(Service.PROMETHEUS))
                .replace("@LOKI_PORTS@", ports(Service.LOKI))
                .replace("@REACH@", reach.words())
                .replace("@LOGS_QUOTED@", logs.toString())
                .replace("@LOGS_SINGLE@", logs.toString().replace("'", "''"))
                .replace("@LOGS_SHELL@", logs.toString().replace("'", "'\\''"));
    }

    private String ports(Service service) {
        return reach.ports(service.usualPort()).stream()
                .map(NewStack::port)
                .map(port -> "      - \"" + port + "\"")
                .collect(Collectors.joining("\n"));
    }

    private static String port(PublishedPort port) {
        String address = port.isOnEveryAddress() ? "" : port.address() + ":";
        return address + port.published() + ":" + port.target();
    }

    private static String template(String name) {
        try (InputStream in = Objects.requireNonNull(NewStack.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
