package dev.monsh.adapter.yaml.promtail;

import dev.monsh.adapter.yaml.MergedEntries;
import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.labels.Labels;
import dev.monsh.logs.target.LogTarget;
import dev.monsh.logs.target.PromtailConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads Promtail's configuration as yaml.v2 does, with aliases and merge keys: the static targets, with the labels that
 * the clients add, and by what Promtail makes other files, lines or labels of them (Promtail's configuration reference,
 * 3.x).
 */
public final class PromtailReader {

    private final YamlDocument document;
    private final List<Problem> problems = new ArrayList<>();
    private final BeyondFiles beyond;
    private final List<String> jobs = new ArrayList<>();
    private final List<LogTarget> targets = new ArrayList<>();
    private Map<String, YamlNode.Scalar> external = Map.of();

    private PromtailReader(YamlDocument document) {
        this.document = document;
        this.beyond = new BeyondFiles(document);
    }

    /**
     * Returns what a configuration says.
     *
     * @param file as the user knows it
     * @throws ConfigurationException with every problem of the file
     */
    public static PromtailConfig read(String file, byte[] content) {
        return read(YamlDocument.parse(file, content));
    }

    static PromtailConfig read(YamlDocument document) {
        PromtailReader reader = new PromtailReader(document);
        Map<String, YamlNode.Entry> root = reader.mapping(document.root(), "the file");
        reader.external = reader.externalLabels(root);
        List<YamlNode> configs = reader.list(root, "scrape_configs");
        for (int i = 0; i < configs.size(); i++) {
            reader.scrapeConfig(configs.get(i), i);
        }
        if (!reader.problems.isEmpty()) {
            throw new ConfigurationException(reader.problems);
        }
        return new PromtailConfig(document.file(), reader.jobs, reader.targets, reader.beyond.problems());
    }

    private void scrapeConfig(YamlNode node, int index) {
        Map<String, YamlNode.Entry> config = mapping(node, "a scrape configuration");
        String job = config.containsKey("job_name") ? text(config.get("job_name"), "'job_name'") : "";
        jobs.add(job);
        beyond.job(config);
        Map<String, String> rewritten = RewrittenLabels.of(document, config);
        List<YamlNode> statics = list(config, "static_configs");
        for (int i = 0; i < statics.size(); i++) {
            Map<String, String> all = new HashMap<>(rewritten);
            Labels labels = labels(mapping(statics.get(i), "a static target"), all);
            targets.add(new LogTarget(job, labels, all, document.problem(statics.get(i), ""), index, i));
        }
    }

    private Labels labels(Map<String, YamlNode.Entry> target, Map<String, String> rewritten) {
        Map<String, YamlNode.Scalar> written = new LinkedHashMap<>(external);
        written.putAll(texts(target.get("labels")));
        Map<String, String> labels = new HashMap<>();
        written.forEach((name, value) -> {
            labels.put(name, value.isNull() ? "" : value.value());
            if (value.value().contains("${")) {
                rewritten.put(name, "${…} with -config.expand-env");
                beyond.variable(value);
            }
        });
        return Labels.of(labels);
    }

    /** Returns the labels that the clients put on every line; several clients must agree, or Loki is not one place. */
    private Map<String, YamlNode.Scalar> externalLabels(Map<String, YamlNode.Entry> root) {
        List<YamlNode> clients = new ArrayList<>(list(root, "clients"));
        YamlNode.Entry single = root.get("client");
        if (single != null) {
            clients.add(single.value());
        }
        Map<String, YamlNode.Scalar> first = Map.of();
        for (int i = 0; i < clients.size(); i++) {
            YamlNode.Entry entry = mapping(clients.get(i), "a client").get("external_labels");
            Map<String, YamlNode.Scalar> labels = texts(entry);
            if (i == 0) {
                first = labels;
            } else if (!values(labels).equals(values(first))) {
                beyond.add(entry == null ? clients.get(i) : entry.key(), "external_labels: another client has others");
            }
        }
        return first;
    }

    private static List<String> values(Map<String, YamlNode.Scalar> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue().value())
                .sorted()
                .toList();
    }

    private Map<String, YamlNode.Scalar> texts(YamlNode.@Nullable Entry labels) {
        Map<String, YamlNode.Scalar> texts = new LinkedHashMap<>();
        if (labels != null) {
            mapping(labels.value(), "'labels'").forEach((name, label) -> {
                if (label.value().resolved() instanceof YamlNode.Scalar value) {
                    texts.put(name, value);
                } else {
                    problems.add(document.problem(label.value(), "the value of a label must be text"));
                }
            });
        }
        return texts;
    }

    private String text(YamlNode.@Nullable Entry entry, String name) {
        if (entry != null && entry.value().resolved() instanceof YamlNode.Scalar scalar) {
            return scalar.isNull() ? "" : scalar.value();
        }
        if (entry != null) {
            problems.add(document.problem(entry.value(), name + " must be text"));
        }
        return "";
    }

    private Map<String, YamlNode.Entry> mapping(YamlNode node, String name) {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        if (node.resolved() instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Entry entry : MergedEntries.of(mapping, MergedEntries.Order.LAST)) {
                if (entry.key().resolved() instanceof YamlNode.Scalar key) {
                    entries.put(key.value(), entry);
                }
            }
        } else if (!isNull(node)) {
            problems.add(document.problem(node, name + " must be a mapping of keys to values"));
        }
        return entries;
    }

    private List<YamlNode> list(Map<String, YamlNode.Entry> mapping, String key) {
        YamlNode.Entry entry = mapping.get(key);
        if (entry == null || isNull(entry.value())) {
            return List.of();
        }
        if (entry.value().resolved() instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        problems.add(document.problem(entry.value(), "'" + key + "' must be a list"));
        return List.of();
    }

    private static boolean isNull(YamlNode node) {
        return node.resolved() instanceof YamlNode.Scalar scalar && scalar.isNull();
    }
}
