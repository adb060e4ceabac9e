package dev.monsh.adapter.yaml.promtail;

import dev.monsh.adapter.yaml.MergedEntries;
import dev.monsh.adapter.yaml.RelabelRule;
import dev.monsh.adapter.yaml.YamlCursor;
import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.logs.target.LogTarget;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which labels of a job's targets Promtail makes itself: by {@code relabel_configs} ({@code target_label} of the actions
 * that set one label, any label by the others), and the label {@code service} by {@code pipeline_stages}.
 */
final class RewrittenLabels {

    private static final String RELABEL = "relabel_configs";
    private static final String STAGES = "pipeline_stages";
    private static final Set<String> STAGES_OF_LABELS = Set.of("labels", "static_labels", "labeldrop", "labelallow");

    private RewrittenLabels() {}

    /** Returns the labels, each with what rewrites it. */
    static Map<String, String> of(YamlDocument document, Map<String, YamlNode.Entry> job) {
        Map<String, String> rewritten = new HashMap<>();
        for (RelabelRule rule : RelabelRule.list(at(document, job.get(RELABEL)))) {
            rewritten.put(rule.setsNamedLabel() ? rule.label() : LogTarget.ANY, RELABEL);
        }
        for (YamlCursor stage : at(document, job.get(STAGES)).items()) {
            if (stage.node() != null && setsService(stage.node(), false)) {
                rewritten.put(LogTarget.SERVICE, STAGES);
            }
        }
        return rewritten;
    }

    /** Looks for the label among what a stage does to labels, also in the stages inside of {@code match}. */
    private static boolean setsService(YamlNode node, boolean amongLabels) {
        return switch (node.resolved()) {
            case YamlNode.Mapping mapping ->
                MergedEntries.of(mapping, MergedEntries.Order.LAST).stream()
                        .anyMatch(entry -> (amongLabels && text(entry.key()).equals(LogTarget.SERVICE))
                                || setsService(
                                        entry.value(), amongLabels || STAGES_OF_LABELS.contains(text(entry.key()))));
            case YamlNode.Sequence sequence ->
                sequence.items().stream().anyMatch(item -> setsService(item, amongLabels));
            case YamlNode.Scalar scalar -> amongLabels && scalar.value().equals(LogTarget.SERVICE);
            case YamlNode.Alias _ -> false;
        };
    }

    private static YamlCursor at(YamlDocument document, YamlNode.@Nullable Entry entry) {
        return new YamlCursor(document, entry == null ? null : entry.value());
    }

    private static String text(YamlNode node) {
        return node.resolved() instanceof YamlNode.Scalar scalar ? scalar.value() : "";
    }
}
