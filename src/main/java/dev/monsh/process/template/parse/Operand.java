package dev.monsh.process.template.parse;

import dev.monsh.process.template.value.GoValue;
import java.util.List;
import java.util.Optional;

/** One word of a command. */
public sealed interface Operand {

    record Dot() implements Operand {}

    record Nil() implements Operand {}

    /** A literal; empty for an integer that no int holds, which fails when it is evaluated. */
    record Literal(Optional<GoValue> value) implements Operand {}

    /** Fields of the dot, outermost first, without their dots. */
    record Field(int position, List<String> path) implements Operand {}

    /** A variable, with its {@code $}, and fields of it. */
    record Variable(int position, String name, List<String> path) implements Operand {}

    record Function(int position, String name) implements Operand {}

    /** A pipeline in parentheses, and fields of its value. */
    record Parenthesized(int position, Node.Pipeline pipeline, List<String> path) implements Operand {}

    /** Fields of what a function without arguments returns. */
    record FunctionField(int position, String name, List<String> path) implements Operand {}
}
