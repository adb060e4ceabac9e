package dev.monsh.process.template.parse;

import java.util.List;

/** A part of a template that prints, or decides what is printed. */
public sealed interface Node {

    record Text(String text) implements Node {}

    record Action(Pipeline pipeline) implements Node {}

    record If(Pipeline pipeline, List<Node> then, List<Node> otherwise) implements Node {}

    /** As {@link If}, with the value as the dot of {@code then}. */
    record With(Pipeline pipeline, List<Node> then, List<Node> otherwise) implements Node {}

    record Range(Pipeline pipeline, List<Node> body, List<Node> otherwise) implements Node {}

    /**
     * Commands, each given the value of the one before as its last argument.
     *
     * @param variables set to the final value, with their {@code $}
     * @param assigns whether {@code =} stands there, not {@code :=}
     */
    record Pipeline(int position, List<String> variables, boolean assigns, List<Command> commands) {}

    /** A function, field or value, and its arguments. */
    record Command(List<Operand> operands) {}
}
