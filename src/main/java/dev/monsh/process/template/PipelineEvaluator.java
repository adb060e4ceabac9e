package dev.monsh.process.template;

import dev.monsh.process.template.function.Functions;
import dev.monsh.process.template.parse.Node;
import dev.monsh.process.template.parse.Operand;
import dev.monsh.process.template.value.FieldReader;
import dev.monsh.process.template.value.GoValue;
import dev.monsh.process.template.value.TemplateFault;
import dev.monsh.process.template.value.TemplateStop;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates pipelines, their commands and the arguments of those. */
final class PipelineEvaluator {

    private final Variables variables;

    PipelineEvaluator(Variables variables) {
        this.variables = variables;
    }

    /** Returns the value of the last command; variables that the pipeline declares stay until they are popped. */
    GoValue pipeline(GoValue dot, Node.Pipeline pipeline) throws TemplateStop, TemplateFault {
        GoValue value = command(dot, pipeline.commands().getFirst(), null);
        for (Node.Command command :
                pipeline.commands().subList(1, pipeline.commands().size())) {
            value = command(dot, command, value);
        }
        for (String variable : pipeline.variables()) {
            if (pipeline.assigns()) {
                variables.assign(variable, value);
            } else {
                variables.push(variable, value);
            }
        }
        return value;
    }

    private GoValue command(GoValue dot, Node.Command command, @Nullable GoValue piped)
            throws TemplateStop, TemplateFault {
        Operand first = command.operands().getFirst();
        if (first instanceof Operand.Function function) {
            return call(
                    dot,
                    function,
                    command.operands().subList(1, command.operands().size()),
                    piped);
        }
        boolean hasArguments = command.operands().size() > 1 || piped != null;
        if (first instanceof Operand.Nil) {
            throw new TemplateStop("nil is not a command");
        }
        return value(dot, first, hasArguments);
    }

    /** Evaluates anything but a function; arguments are an error for all that it can be. */
    private GoValue value(GoValue dot, Operand operand, boolean hasArguments) throws TemplateStop, TemplateFault {
        return switch (operand) {
            case Operand.Field field -> FieldReader.read(dot, field.path(), hasArguments, field.position());
            case Operand.Variable variable ->
                fields(variables.get(variable.name()), variable.path(), hasArguments, variable.position());
            case Operand.Parenthesized inner ->
                fields(pipeline(dot, inner.pipeline()), inner.path(), hasArguments, inner.position());
            case Operand.FunctionField chain -> {
                Operand.Function function = new Operand.Function(chain.position(), chain.name());
                yield fields(call(dot, function, List.of(), null), chain.path(), hasArguments, chain.position());
            }
            case Operand.Function function -> call(dot, function, List.of(), null);
            case Operand.Dot _ -> fields(dot, List.of(), hasArguments, 0);
            case Operand.Nil _ -> new GoValue.Absent();
            case Operand.Literal literal -> {
                GoValue value = literal.value().orElseThrow(() -> new TemplateStop("the number overflows int"));
                yield fields(value, List.of(), hasArguments, 0);
            }
        };
    }

    private static GoValue fields(GoValue value, List<String> path, boolean hasArguments, int position)
            throws TemplateStop, TemplateFault {
        if (path.isEmpty() && hasArguments) {
            throw new TemplateStop("can't pass an argument to a non-function");
        }
        return FieldReader.read(value, path, hasArguments, position);
    }

    private GoValue call(GoValue dot, Operand.Function function, List<Operand> operands, @Nullable GoValue piped)
            throws TemplateStop, TemplateFault {
        Functions.checkCount(function.name(), operands.size() + (piped == null ? 0 : 1));
        boolean isOr = function.name().equals("or");
        boolean isLogic = isOr || function.name().equals("and");
        List<GoValue> arguments = new ArrayList<>();
        for (Operand operand : operands) {
            GoValue argument = value(dot, operand, false);
            if (isLogic && argument.truth() == isOr) {
                return argument;
            }
            arguments.add(argument);
        }
        if (piped != null) {
            arguments.add(piped);
        }
        return isLogic ? arguments.getLast() : Functions.call(function.name(), arguments, function.position());
    }
}
