package dev.monsh.adapter.yaml.compose;

import dev.monsh.adapter.yaml.MergedEntries;
import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns YAML nodes into values: aliases followed, {@code <<} merged, variables put in. */
final class ComposeExpander {

    /** More than any stack needs; a file of nested aliases would otherwise take all memory. */
    private static final int VALUE_LIMIT = 100_000;

    private final YamlDocument document;
    private final Variables variables;
    private final ComposeFaults faults;
    private int values;

    ComposeExpander(YamlDocument document, Variables variables, ComposeFaults faults) {
        this.document = document;
        this.variables = variables;
        this.faults = faults;
    }

    ComposeValue expand(YamlNode node) {
        Problem place = document.problem(node, "");
        if (++values > VALUE_LIMIT) {
            throw new ConfigurationException(
                    List.of(ComposeValue.at(place, "its aliases expand to more than " + VALUE_LIMIT + " values")));
        }
        ComposeValue.Meeting meeting = meeting(node);
        YamlNode value = node.resolved();
        if (value instanceof YamlNode.Scalar scalar) {
            return scalar(scalar, place, meeting);
        }
        if (value instanceof YamlNode.Sequence sequence) {
            return new ComposeValue.Items(
                    place, meeting, sequence.items().stream().map(this::expand).toList());
        }
        return value instanceof YamlNode.Mapping mapping
                ? new ComposeValue.Fields(place, meeting, fields(mapping))
                : expand(value);
    }

    private static ComposeValue.Meeting meeting(YamlNode node) {
        return switch (String.valueOf(node.tag())) {
            case "!override" -> ComposeValue.Meeting.REPLACE;
            case "!reset" -> ComposeValue.Meeting.REMOVE;
            default -> ComposeValue.Meeting.MERGE;
        };
    }

    private ComposeValue.Scalar scalar(YamlNode.Scalar scalar, Problem place, ComposeValue.Meeting meeting) {
        if (scalar.isNull() || scalar.value().indexOf('$') < 0) {
            return new ComposeValue.Scalar(place, meeting, scalar.value(), scalar.isNull());
        }
        Interpolation interpolation = new Interpolation(scalar.value(), variables);
        String text = "";
        try {
            text = interpolation.run();
        } catch (Interpolation.BadText e) {
            faults.fault(ComposeValue.at(place, String.valueOf(e.getMessage())));
        }
        for (String name : interpolation.unset()) {
            faults.note(ComposeValue.at(place, "the variable " + name + " is not set and counts as empty"));
        }
        return new ComposeValue.Scalar(place, meeting, text, false);
    }

    private Map<String, ComposeValue.Field> fields(YamlNode.Mapping mapping) {
        Map<String, ComposeValue.Field> fields = new LinkedHashMap<>();
        for (YamlNode.Entry entry : MergedEntries.of(mapping, MergedEntries.Order.FIRST, this::notMerged)) {
            String key = entry.key().resolved() instanceof YamlNode.Scalar scalar ? scalar.value() : "?";
            fields.put(key, new ComposeValue.Field(document.problem(entry.key(), ""), expand(entry.value())));
        }
        return fields;
    }

    private void notMerged(YamlNode node) {
        faults.fault(document.problem(node, "<< must merge a mapping or a list of mappings"));
    }
}
