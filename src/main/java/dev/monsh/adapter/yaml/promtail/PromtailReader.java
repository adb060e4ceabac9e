package dev.monsh.adapter.yaml.promtail;

import dev.monsh.adapter.yaml.MappingReader;
import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.logs.target.LogTarget;
import dev.monsh.logs.target.PromtailConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the static targets of Promtail's configuration; what it discovers by other means is passed over. */
final class PromtailReader {

    private final YamlDocument document;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> jobs = new ArrayList<>();
    private final List<LogTarget> targets = new ArrayList<>();

    private PromtailReader(YamlDocument document) {
        this.document = document;
    }

    static PromtailConfig read(YamlDocument document) {
        PromtailReader reader = new PromtailReader(document);
        MappingReader root = new MappingReader(document, document.root(), "the file", reader.problems);
        List<YamlNode> configs = reader.list(root, "scrape_configs");
        for (int i = 0; i < configs.size(); i++) {
            reader.scrapeConfig(configs.get(i), i);
        }
        if (!reader.problems.isEmpty()) {
            throw new ConfigurationException(reader.problems);
        }
        return new PromtailConfig(document.file(), reader.jobs, reader.targets);
    }

    private void scrapeConfig(YamlNode node, int index) {
        MappingReader config = new MappingReader(document, node, "a scrape configuration", problems);
        String job = config.text("job_name").orElse("");
        jobs.add(job);
        List<YamlNode> statics = list(config, "static_configs");
        for (int i = 0; i < statics.size(); i++) {
            MappingReader entry = new MappingReader(document, statics.get(i), "a static target", problems);
            targets.add(new LogTarget(job, labels(entry), document.problem(statics.get(i), ""), index, i));
        }
    }

    private Map<String, String> labels(MappingReader entry) {
        Map<String, String> labels = new HashMap<>();
        entry.mapping("labels").ifPresent(reader -> {
            for (YamlNode.Entry label : reader.entries()) {
                if (label.value().resolved() instanceof YamlNode.Scalar value) {
                    reader.name(label).ifPresent(name -> labels.put(name, value.isNull() ? "" : value.value()));
                } else {
                    reader.faultAt(label.value(), "the value of a label must be text");
                }
            }
        });
        return labels;
    }

    private List<YamlNode> list(MappingReader mapping, String key) {
        for (YamlNode.Entry entry : mapping.entries()) {
            if (entry.key() instanceof YamlNode.Scalar name && name.value().equals(key)) {
                if (entry.value().resolved() instanceof YamlNode.Sequence sequence) {
                    return sequence.items();
                }
                if (!(entry.value().resolved() instanceof YamlNode.Scalar scalar && scalar.isNull())) {
                    problems.add(document.problem(entry.value(), "'" + key + "' must be a list"));
                }
            }
        }
        return List.of();
    }
}
