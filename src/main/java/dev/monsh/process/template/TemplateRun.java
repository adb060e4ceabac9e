package dev.monsh.process.template;

import dev.monsh.process.template.parse.Node;
import dev.monsh.process.template.print.GoPrinter;
import dev.monsh.process.template.value.GoValue;
import dev.monsh.process.template.value.TemplateFault;
import dev.monsh.process.template.value.TemplateInput;
import dev.monsh.process.template.value.TemplateStop;
import java.util.ArrayList;
import java.util.List;

/** One execution of a template: walks its nodes, prints, and holds the variables. */
final class TemplateRun {

    private final StringBuilder out;
    private final Variables variables = new Variables();
    private final PipelineEvaluator evaluator = new PipelineEvaluator(variables);

    private TemplateRun(StringBuilder out) {
        this.out = out;
    }

    /** Prints into {@code out}; what was printed before a failure stays there. */
    static void run(List<Node> nodes, TemplateInput input, StringBuilder out) throws TemplateStop, TemplateFault {
        GoValue root = new GoValue.Root(input);
        TemplateRun run = new TemplateRun(out);
        run.variables.push("$", root);
        run.walk(nodes, root);
    }

    private void walk(List<Node> nodes, GoValue dot) throws TemplateStop, TemplateFault {
        for (Node node : nodes) {
            switch (node) {
                case Node.Text text -> out.append(text.text());
                case Node.Action action -> print(action, dot);
                case Node.If branch -> {
                    int mark = variables.mark();
                    boolean truth = evaluator.pipeline(dot, branch.pipeline()).truth();
                    walk(truth ? branch.then() : branch.otherwise(), dot);
                    variables.pop(mark);
                }
                case Node.With branch -> {
                    int mark = variables.mark();
                    GoValue value = evaluator.pipeline(dot, branch.pipeline());
                    walk(value.truth() ? branch.then() : branch.otherwise(), value.truth() ? value : dot);
                    variables.pop(mark);
                }
                case Node.Range range -> range(range, dot);
            }
        }
    }

    private void print(Node.Action action, GoValue dot) throws TemplateStop, TemplateFault {
        GoValue value = evaluator.pipeline(dot, action.pipeline());
        if (action.pipeline().variables().isEmpty()) {
            out.append(GoPrinter.printed(value, action.pipeline().position()));
        }
    }

    private void range(Node.Range range, GoValue dot) throws TemplateStop, TemplateFault {
        int mark = variables.mark();
        GoValue value = evaluator.pipeline(dot, range.pipeline());
        List<GoValue> keys = new ArrayList<>();
        List<GoValue> elements = new ArrayList<>();
        elements(value, keys, elements, range.pipeline().position());
        int inner = variables.mark();
        for (int i = 0; i < elements.size(); i++) {
            int declared = range.pipeline().variables().size();
            if (declared > 0) {
                variables.setTop(1, elements.get(i));
            }
            if (declared > 1) {
                variables.setTop(2, keys.get(i));
            }
            walk(range.body(), elements.get(i));
            variables.pop(inner);
        }
        if (elements.isEmpty()) {
            walk(range.otherwise(), dot);
        }
        variables.pop(mark);
    }

    private static void elements(GoValue value, List<GoValue> keys, List<GoValue> elements, int position)
            throws TemplateStop, TemplateFault {
        switch (value) {
            case GoValue.Strings strings -> {
                for (String element : strings.value()) {
                    keys.add(new GoValue.Int(keys.size()));
                    elements.add(new GoValue.Text(element));
                }
            }
            case GoValue.Mapping mapping ->
                mapping.value().forEach((key, element) -> {
                    keys.add(new GoValue.Text(key));
                    elements.add(new GoValue.Text(element));
                });
            case GoValue.Absent _ -> {}
            case GoValue.Int _, GoValue.Octet _ ->
                throw TemplateFault.unsupported(position, "range over a number, which depends on the version of Go,");
            default -> throw new TemplateStop("range can't iterate over a " + value.type());
        }
    }
}
