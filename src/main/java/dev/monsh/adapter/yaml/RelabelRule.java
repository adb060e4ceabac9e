package dev.monsh.adapter.yaml;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A rule of {@code relabel_configs}, which Prometheus and Promtail read with the same library (prometheus.io,
 * "relabel_config").
 *
 * @param effect what its action does
 * @param label the {@code target_label}; empty where there is none
 * @param replacement as it is written; empty where there is none
 */
public record RelabelRule(Effect effect, String label, String replacement) {

    private static final Set<String> SETTING = Set.of("replace", "lowercase", "uppercase", "hashmod");
    private static final Set<String> CHOOSING = Set.of("keep", "drop", "keepequal", "dropequal");

    /** What actions do, as far as it matters which labels a target has in the end. */
    public enum Effect {
        /** Sets one label. */
        SET,
        /** Keeps or drops the target. */
        CHOOSE,
        /** Copies labels to others whose names are made of theirs. */
        MAP,
        /** Removes labels by their names, or is an action of another version. */
        OTHER
    }

    /** Returns the rules of a list; what is not a mapping is left out. */
    public static List<RelabelRule> list(YamlCursor configs) {
        return configs.items().stream()
                .filter(YamlCursor::isMapping)
                .map(RelabelRule::read)
                .toList();
    }

    private static RelabelRule read(YamlCursor config) {
        // actions are read in any case
        String action = config.get("action").text().orElse("replace").toLowerCase(Locale.ROOT);
        Effect effect = SETTING.contains(action)
                ? Effect.SET
                : CHOOSING.contains(action) ? Effect.CHOOSE : action.equals("labelmap") ? Effect.MAP : Effect.OTHER;
        return new RelabelRule(
                effect,
                config.get("target_label").text().orElse(""),
                config.get("replacement").text().orElse(""));
    }

    /** Returns whether the rule sets one label whose name stands in the file. */
    public boolean setsNamedLabel() {
        return effect == Effect.SET && !label.isEmpty() && !isMade();
    }

    /** Returns whether the rule may set the label of this name. */
    public boolean maySet(String name) {
        return effect == Effect.SET && (label.equals(name) || isMade());
    }

    /** A name with a dollar is made of other labels' values. */
    private boolean isMade() {
        return label.indexOf('$') >= 0;
    }
}
