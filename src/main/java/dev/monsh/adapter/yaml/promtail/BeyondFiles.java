package dev.monsh.adapter.yaml.promtail;

import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.failure.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Gathers what makes Loki's lines or labels differ from what is in the files, by its name and place. */
final class BeyondFiles {

    private static final String IN_NO_FILE = "its lines are not in files";
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("pipeline_stages", "its stages change lines or labels"),
            Map.entry("relabel_configs", "they change labels"),
            Map.entry("entry_parser", "it changes lines"),
            Map.entry("decompression", "the files are compressed"),
            Map.entry("journal", IN_NO_FILE),
            Map.entry("syslog", IN_NO_FILE),
            Map.entry("loki_push_api", IN_NO_FILE),
            Map.entry("windows_events", IN_NO_FILE),
            Map.entry("gcplog", IN_NO_FILE),
            Map.entry("azure_event_hubs", IN_NO_FILE),
            Map.entry("kafka", IN_NO_FILE),
            Map.entry("gelf", IN_NO_FILE),
            Map.entry("cloudflare", IN_NO_FILE),
            Map.entry("heroku_drain", IN_NO_FILE));

    private final YamlDocument document;
    private final List<Problem> problems = new ArrayList<>();

    BeyondFiles(YamlDocument document) {
        this.document = document;
    }

    /** Returns all of it, in the order of the file. */
    List<Problem> problems() {
        problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        return problems;
    }

    void add(YamlNode at, String why) {
        problems.add(document.problem(at, why + ", so the files do not show what Loki has"));
    }

    void variable(YamlNode at) {
        add(at, "Promtail expands ${…} with -config.expand-env");
    }

    /** Takes in the keys of a scrape configuration. */
    void job(Map<String, YamlNode.Entry> config) {
        config.forEach((name, entry) -> {
            String why = KEYS.get(name);
            if (name.endsWith("_sd_configs")) {
                add(entry.key(), name + ": only Promtail finds its targets");
            } else if (name.equals("encoding")) {
                encoding(entry);
            } else if (why != null && !isEmpty(entry.value().resolved())) {
                add(entry.key(), name + ": " + why);
            }
        });
    }

    private void encoding(YamlNode.Entry entry) {
        String name = entry.value().resolved() instanceof YamlNode.Scalar scalar ? scalar.value() : "";
        if (!name.isEmpty() && !name.equalsIgnoreCase("utf-8") && !name.equalsIgnoreCase("utf8")) {
            add(entry.key(), "encoding: only UTF-8 is read, not " + name);
        }
    }

    private static boolean isEmpty(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> scalar.isNull();
            case YamlNode.Sequence sequence -> sequence.items().isEmpty();
            case YamlNode.Mapping mapping -> mapping.entries().isEmpty();
            case YamlNode.Alias _ -> false;
        };
    }
}
