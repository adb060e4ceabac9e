package dev.monsh.adapter.yaml.server;

import dev.monsh.adapter.yaml.YamlCursor;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code relabel_configs} do to the targets of a scrape configuration before Prometheus scrapes them
 * (prometheus.io, "relabel_config").
 */
final class TargetRelabelling {

    private static final Set<String> CHOOSING = Set.of("keep", "drop", "keepequal", "dropequal");

    private TargetRelabelling() {}

    /** Returns why the label is not what the file says, in a clause; empty where it is left as it is. */
    static Optional<String> change(YamlCursor configs, String label) {
        for (YamlCursor config : configs.items()) {
            String action = config.get("action").text().orElse("replace");
            String target = config.get("target_label").text().orElse("");
            if (target.equals(label) || target.contains("$")) {
                return Optional.of("relabel_configs rewrite " + label);
            }
            if (CHOOSING.contains(action)) {
                return Optional.of("relabel_configs choose among them");
            }
            boolean mapsLabels = action.equals("labelmap")
                    && config.get("replacement").text().orElse("").contains("__");
            if (mapsLabels) {
                return Optional.of("relabel_configs may rewrite " + label);
            }
        }
        return Optional.empty();
    }
}
