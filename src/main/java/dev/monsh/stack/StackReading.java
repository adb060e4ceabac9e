package dev.monsh.stack;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stack and what its files say of it beyond that.
 *
 * @param sources where each service stands, in the order of the stack; empty where there is no Compose file
 * @param inline configuration files whose content is not on this machine's disk
 * @param notes what was not taken into account, each with its place
 * @param version the place of the {@code version} that Compose no longer reads
 * @param faults what of the files monsh cannot read; the services are then without it
 * @param elsewhere what the files include or extend from other files, which monsh does not read
 */
public record StackReading(
        Stack stack,
        List<ServiceSource> sources,
        List<InlineFile> inline,
        List<Problem> notes,
        Optional<Problem> version,
        List<Problem> faults,
        List<Problem> elsewhere) {

    public StackReading {
        sources = List.copyOf(sources);
        inline = List.copyOf(inline);
        notes = List.copyOf(notes);
        faults = List.copyOf(faults);
        elsewhere = List.copyOf(elsewhere);
    }

    /** Returns a stack of which there is nothing more to say. */
    public static StackReading plain(Stack stack) {
        return new StackReading(stack, List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of());
    }

    /** Returns the reading with that stack and those inline files in place of its own. */
    public StackReading with(Stack other, List<InlineFile> files) {
        return new StackReading(other, sources, files, notes, version, faults, elsewhere);
    }

    /** Returns where the service of that name stands. */
    public Optional<ServiceSource> source(StackService service) {
        return sources.stream()
                .filter(source -> source.service().equals(service.name()))
                .findFirst();
    }

    /** Returns what of the files is not in the stack, in the order of the files. */
    public List<Problem> missing() {
        List<Problem> all = new ArrayList<>(faults);
        all.addAll(elsewhere);
        return all;
    }

    /**
     * Returns this, where monsh can read all that the files themselves say.
     *
     * @throws ConfigurationException with every fault and its place
     */
    public StackReading sound() {
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return this;
    }
}
