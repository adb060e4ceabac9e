package dev.monsh.adapter.nativeengine.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was started from a stack's folder.
 *
 * @param complete whether the start went through to its end
 */
public record RunState(boolean complete, List<Child> children) {

    public RunState {
        children = List.copyOf(children);
    }

    static RunState empty() {
        return new RunState(false, List.of());
    }

    public Optional<Child> child(String name) {
        return children.stream().filter(child -> child.name().equals(name)).findFirst();
    }

    /** Returns the state with that child, in place of an earlier one of its name. */
    RunState with(Child added) {
        Stream<Child> others = children.stream().filter(child -> !child.name().equals(added.name()));
        return new RunState(complete, Stream.concat(others, Stream.of(added)).toList());
    }

    RunState asComplete(boolean done) {
        return new RunState(done, children);
    }
}
