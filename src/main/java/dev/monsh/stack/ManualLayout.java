package dev.monsh.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The folders of the manual, which make a stack also where no Compose file names them. */
public final class ManualLayout {

    private ManualLayout() {}

    /** Returns the manual's configuration file of a service. */
    public static Path file(Path folder, Service service) {
        return folder.resolve(
                switch (service) {
                    case PROMETHEUS -> "prometheus/prometheus.yml";
                    case LOKI -> "loki/loki.yml";
                    case PROMTAIL -> "promtail/promtail.yml";
                    case PROCESS_EXPORTER -> "process-exporter/config.yml";
                });
    }

    /** Returns the services whose files are in a folder, with the manual's ports; empty where there is none. */
    public static Optional<StackReading> find(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        List<StackService> services = Arrays.stream(Service.values())
                .filter(service -> Files.isRegularFile(file(absolute, service)))
                .map(service -> StackService.plain(service, file(absolute, service), service.usualPort()))
                .toList();
        return services.isEmpty()
                ? Optional.empty()
                : Optional.of(StackReading.plain(new Stack(absolute, Optional.empty(), services)));
    }
}
