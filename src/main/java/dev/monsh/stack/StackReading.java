package dev.monsh.stack;

import dev.monsh.failure.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A stack and what its files say of it beyond that.
 *
 * @param sources where each service stands, in the order of the stack; empty where there is no Compose file
 * @param notes what was not taken into account, each with its place
 * @param version the place of the {@code version} that Compose no longer reads
 */
public record StackReading(Stack stack, List<ServiceSource> sources, List<Problem> notes, Optional<Problem> version) {

    public StackReading {
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
    }

    /** Returns a stack that no Compose file describes. */
    static StackReading plain(Stack stack) {
        return new StackReading(stack, List.of(), List.of(), Optional.empty());
    }

    /** Returns where the service of that name stands. */
    public Optional<ServiceSource> source(StackService service) {
        return sources.stream()
                .filter(source -> source.service().equals(service.name()))
                .findFirst();
    }
}
