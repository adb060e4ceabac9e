package dev.monsh.adapter.nativeengine.packages;

import dev.monsh.os.SearchPath;
import dev.monsh.stack.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the servers' programs: on PATH, else among the packages that monsh has fetched. */
public final class ProgramFinder {

    private final SearchPath path;
    private final Path packages;

    /** Takes the folder with one folder a package; it need not be there. */
    public ProgramFinder(SearchPath path, Path packages) {
        this.path = path;
        this.packages = packages;
    }

    /** Returns the program of a service, if there is one. */
    public Optional<Path> find(Service service) {
        return Stream.concat(programs(service).stream().map(path::find), Stream.of(fetched(service)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Path> fetched(Service service) {
        return debianPackage(service).flatMap(name -> {
            SearchPath unpacked = new SearchPath(List.of(packages.resolve(name).resolve("usr/bin")));
            return programs(service).stream()
                    .map(unpacked::find)
                    .flatMap(Optional::stream)
                    .findFirst();
        });
    }

    /** Returns the names that a service's program goes by: Debian's, then the project's own. */
    public static List<String> programs(Service service) {
        return switch (service) {
            case PROMETHEUS -> List.of("prometheus");
            case PROCESS_EXPORTER -> List.of("prometheus-process-exporter", "process-exporter");
            case LOKI -> List.of("loki");
            case PROMTAIL -> List.of("promtail");
        };
    }

    /** Returns the Debian package with a service's program; Debian has neither Loki nor Promtail. */
    static Optional<String> debianPackage(Service service) {
        return switch (service) {
            case PROMETHEUS -> Optional.of("prometheus");
            case PROCESS_EXPORTER -> Optional.of("prometheus-process-exporter");
            case LOKI, PROMTAIL -> Optional.empty();
        };
    }
}
