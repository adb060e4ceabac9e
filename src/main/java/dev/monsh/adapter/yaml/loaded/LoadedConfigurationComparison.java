package dev.monsh.adapter.yaml.loaded;

import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.loaded.ConfigurationValue.Fields;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.RejectedException;
import dev.monsh.stack.Service;
import dev.monsh.stack.drift.ConfigurationComparison;
import dev.monsh.stack.drift.ConfigurationDifference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Compares YAML with YAML. */
public final class LoadedConfigurationComparison implements ConfigurationComparison {

    @Override
    public List<ConfigurationDifference> compare(Texts texts) {
        Fields declared = declared(texts);
        Fields running = running(texts);
        Dialect dialect = texts.kind() == Service.PROMETHEUS
                ? new PrometheusDialect(texts.folder())
                : new LokiDialect(texts.variables());
        return new ConfigurationWalk(dialect, running).differences(declared);
    }

    private static Fields declared(Texts texts) {
        YamlDocument document =
                YamlDocument.parse(texts.file(), texts.declared().getBytes(StandardCharsets.UTF_8));
        return switch (new ConfigurationValue.Reader(texts.file()).read(document.root())) {
            case Fields fields -> fields;
            case ConfigurationValue.Scalar(String _, boolean nothing) when nothing -> new Fields(Map.of());
            default ->
                throw new ConfigurationException(
                        List.of(new Problem(texts.file(), 1, 1, "expected a mapping of settings")));
        };
    }

    private static Fields running(Texts texts) {
        String name = texts.kind().label();
        try {
            YamlDocument document =
                    YamlDocument.parseLeniently(name, texts.running().getBytes(StandardCharsets.UTF_8));
            ConfigurationValue value = new ConfigurationValue.Reader(name).read(document.root());
            if (value instanceof Fields fields) {
                return fields;
            }
        } catch (ConfigurationException e) {
            throw new RejectedException(name, "what it reports as loaded is not YAML: " + e.why(), null, e);
        }
        throw new RejectedException(name, "what it reports as loaded isn't a configuration");
    }
}
