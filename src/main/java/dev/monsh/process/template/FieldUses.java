package dev.monsh.process.template;

import dev.monsh.process.template.parse.Node;
import dev.monsh.process.template.parse.Operand;
import dev.monsh.process.template.value.GoValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what a template reads of the process. Inside {@code with} and {@code range} the dot is another value, so a field
 * there is not one of the process; {@code $} always is.
 */
final class FieldUses {

    private final List<FieldUse> uses = new ArrayList<>();

    private FieldUses() {}

    static List<FieldUse> of(List<Node> nodes) {
        FieldUses found = new FieldUses();
        found.walk(nodes, true);
        return List.copyOf(found.uses);
    }

    private void walk(List<Node> nodes, boolean dotIsProcess) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Text _ -> {}
                case Node.Action action -> pipeline(action.pipeline(), dotIsProcess);
                case Node.If branch -> {
                    pipeline(branch.pipeline(), dotIsProcess);
                    walk(branch.then(), dotIsProcess);
                    walk(branch.otherwise(), dotIsProcess);
                }
                case Node.With branch -> {
                    pipeline(branch.pipeline(), dotIsProcess);
                    walk(branch.then(), false);
                    walk(branch.otherwise(), dotIsProcess);
                }
                case Node.Range range -> {
                    pipeline(range.pipeline(), dotIsProcess);
                    walk(range.body(), false);
                    walk(range.otherwise(), dotIsProcess);
                }
            }
        }
    }

    private void pipeline(Node.Pipeline pipeline, boolean dotIsProcess) {
        for (Node.Command command : pipeline.commands()) {
            List<Operand> operands = command.operands();
            int start = 0;
            if (isIndexOfMatches(operands, dotIsProcess)) {
                Operand.Field field = (Operand.Field) operands.get(1);
                uses.add(new FieldUse(field.position(), List.of("Matches", literal(operands.get(2)))));
                start = 3;
            }
            for (Operand operand : operands.subList(start, operands.size())) {
                operand(operand, pipeline.position(), dotIsProcess);
            }
        }
    }

    private static boolean isIndexOfMatches(List<Operand> operands, boolean dotIsProcess) {
        return dotIsProcess
                && operands.size() == 3
                && operands.get(0) instanceof Operand.Function function
                && function.name().equals("index")
                && operands.get(1) instanceof Operand.Field field
                && field.path().equals(List.of("Matches"))
                && operands.get(2) instanceof Operand.Literal literal
                && literal.value().filter(GoValue.Text.class::isInstance).isPresent();
    }

    private static String literal(Operand operand) {
        return operand instanceof Operand.Literal(var value) && value.orElseThrow() instanceof GoValue.Text text
                ? text.value()
                : "";
    }

    private void operand(Operand operand, int position, boolean dotIsProcess) {
        switch (operand) {
            case Operand.Field field when dotIsProcess -> uses.add(new FieldUse(field.position(), field.path()));
            case Operand.Dot _ when dotIsProcess -> uses.add(new FieldUse(position, List.of()));
            case Operand.Variable variable
            when variable.name().equals("$") -> uses.add(new FieldUse(variable.position(), variable.path()));
            case Operand.Parenthesized inner -> pipeline(inner.pipeline(), dotIsProcess);
            default -> {}
        }
    }
}
