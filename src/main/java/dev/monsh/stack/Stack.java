package dev.monsh.stack;

import dev.monsh.failure.Spelling;
import dev.monsh.failure.UsageException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A folder with the configuration of the services that belong together.
 *
 * @param folder absolute
 * @param composeFile absolute; empty where plain processes need none
 * @param services in the order of the Compose file
 */
public record Stack(Path folder, Optional<Path> composeFile, List<StackService> services) {

    public Stack {
        services = List.copyOf(services);
    }

    /** Returns the stack with its services in the order of another one, and after them those that the other has not. */
    public Stack inOrderOf(Stack other) {
        List<String> names = other.services().stream().map(StackService::name).toList();
        List<StackService> ordered = services.stream()
                .sorted(Comparator.comparingInt(
                        service -> names.contains(service.name()) ? names.indexOf(service.name()) : names.size()))
                .toList();
        return new Stack(folder, composeFile, ordered);
    }

    /** Returns the service of that name; {@code process-exporter} also finds {@code process_exporter}. */
    public Optional<StackService> find(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .or(() -> services.stream()
                        .filter(service -> sameWords(service.name(), name))
                        .findFirst());
    }

    /** Returns the first service of that kind. */
    public Optional<StackService> find(Service kind) {
        return services.stream()
                .filter(service -> service.kind().filter(kind::equals).isPresent())
                .findFirst();
    }

    /**
     * Returns the services of those names, all where none is named, in the stack's order.
     *
     * @throws UsageException where there is no service of a name
     */
    public List<StackService> select(List<String> names) {
        List<StackService> wanted = names.stream().map(this::require).toList();
        return names.isEmpty()
                ? services
                : services.stream().filter(wanted::contains).toList();
    }

    private StackService require(String name) {
        return find(name).orElseThrow(() -> unknown(name));
    }

    private UsageException unknown(String name) {
        List<String> names = services.stream().map(StackService::name).toList();
        String nearest = Spelling.nearest(name, names)
                .map(word -> "; did you mean " + word + "?")
                .orElse("");
        return new UsageException(
                name, "the stack in " + folder + " has no such service, only " + String.join(", ", names) + nearest);
    }

    private static boolean sameWords(String one, String other) {
        return one.replace('_', '-').equals(other.replace('_', '-'));
    }
}
