package dev.monsh.adapter.yaml.loaded;

import dev.monsh.adapter.yaml.loaded.ConfigurationValue.Fields;
import java.util.Set;

/**
 * Loki's and Promtail's: they print every setting with its default, so that nothing can be told from its being there but
 * labels and pipelines.
 *
 * @param variables whether {@code ${NAME}} stands for a variable of the environment
 */
record LokiDialect(boolean variables) implements Dialect {

    private static final Set<String> NEVER_DEFAULT = Set.of("labels", "pipeline_stages", "relabel_configs");

    @Override
    public boolean isMadeOf(String path, String declared, String running) {
        return variables && declared.contains("$");
    }

    @Override
    public boolean isFromEarlierText(String parent, String key, ConfigurationValue value, Context context) {
        return !value.isEmpty() && (OWN_KEYS.contains(parent) || NEVER_DEFAULT.contains(key));
    }

    @Override
    public boolean isPrintedOtherwise(String key, Fields running) {
        return false;
    }
}
