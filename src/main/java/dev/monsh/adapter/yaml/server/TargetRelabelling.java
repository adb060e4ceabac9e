package dev.monsh.adapter.yaml.server;

import dev.monsh.adapter.yaml.RelabelRule;
import dev.monsh.adapter.yaml.YamlCursor;
import java.util.Optional;

/** What {@code relabel_configs} do to the targets of a scrape configuration before Prometheus scrapes them. */
final class TargetRelabelling {

    private TargetRelabelling() {}

    /** Returns why the label is not what the file says, in a clause; empty where it is left as it is. */
    static Optional<String> change(YamlCursor configs, String label) {
        for (RelabelRule rule : RelabelRule.list(configs)) {
            if (rule.maySet(label)) {
                return Optional.of("relabel_configs rewrite " + label);
            }
            if (rule.effect() == RelabelRule.Effect.CHOOSE) {
                return Optional.of("relabel_configs choose among them");
            }
            if (rule.effect() == RelabelRule.Effect.MAP && rule.replacement().contains("__")) {
                return Optional.of("relabel_configs may rewrite " + label);
            }
        }
        return Optional.empty();
    }
}
