package dev.monsh.adapter.yaml.promtail;

import dev.monsh.adapter.yaml.MergedEntries;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.logs.target.LogTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which labels of a job's targets Promtail makes itself: by {@code relabel_configs} ({@code target_label} of the actions
 * that set one label, any label by the others), and the label {@code service} by {@code pipeline_stages}.
 */
final class Relabelling {

    private static final String RELABEL = "relabel_configs";
    private static final String STAGES = "pipeline_stages";
    private static final Set<String> OF_ONE_LABEL = Set.of("replace", "lowercase", "uppercase", "hashmod");
    private static final Set<String> STAGES_OF_LABELS = Set.of("labels", "static_labels", "labeldrop", "labelallow");

    private Relabelling() {}

    /** Returns the labels, each with what rewrites it. */
    static Map<String, String> of(Map<String, YamlNode.Entry> job) {
        Map<String, String> rewritten = new HashMap<>();
        for (YamlNode rule : items(job.get(RELABEL))) {
            if (rule.resolved() instanceof YamlNode.Mapping mapping) {
                rewritten.put(label(mapping), RELABEL);
            }
        }
        for (YamlNode stage : items(job.get(STAGES))) {
            if (setsService(stage, false)) {
                rewritten.put(LogTarget.SERVICE, STAGES);
            }
        }
        return rewritten;
    }

    private static String label(YamlNode.Mapping rule) {
        String action = "replace";
        String target = "";
        for (YamlNode.Entry entry : MergedEntries.of(rule)) {
            String value = text(entry.value());
            switch (text(entry.key())) {
                case "action" -> action = value.toLowerCase(Locale.ROOT);
                case "target_label" -> target = value;
                default -> {}
            }
        }
        boolean known = OF_ONE_LABEL.contains(action) && !target.isEmpty() && target.indexOf('$') < 0;
        return known ? target : LogTarget.ANY;
    }

    /** Looks for the label among what a stage does to labels, also in the stages inside of {@code match}. */
    private static boolean setsService(YamlNode node, boolean amongLabels) {
        return switch (node.resolved()) {
            case YamlNode.Mapping mapping ->
                MergedEntries.of(mapping).stream()
                        .anyMatch(entry -> (amongLabels && text(entry.key()).equals(LogTarget.SERVICE))
                                || setsService(
                                        entry.value(), amongLabels || STAGES_OF_LABELS.contains(text(entry.key()))));
            case YamlNode.Sequence sequence ->
                sequence.items().stream().anyMatch(item -> setsService(item, amongLabels));
            case YamlNode.Scalar scalar -> amongLabels && scalar.value().equals(LogTarget.SERVICE);
            case YamlNode.Alias _ -> false;
        };
    }

    private static List<YamlNode> items(YamlNode.@Nullable Entry entry) {
        return entry != null && entry.value().resolved() instanceof YamlNode.Sequence sequence
                ? sequence.items()
                : List.of();
    }

    private static String text(YamlNode node) {
        return node.resolved() instanceof YamlNode.Scalar scalar ? scalar.value() : "";
    }
}
