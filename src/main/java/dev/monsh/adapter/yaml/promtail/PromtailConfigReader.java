package dev.monsh.adapter.yaml.promtail;

import dev.monsh.adapter.yaml.YamlFault;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.FileFailure;
import dev.monsh.failure.Problem;
import dev.monsh.logs.files.PromtailTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads which files Promtail ships and with which labels: {@code static_configs} and the clients' {@code external_labels}
 * (Promtail's configuration reference, 3.x). Whatever else makes lines or labels differ from what stands in the files is
 * refused by its name, since monsh would show something that Loki does not have.
 */
public final class PromtailConfigReader {

    private static final Map<String, String> REFUSED_IN_JOB = Map.ofEntries(
            Map.entry("pipeline_stages", "its stages change lines or labels"),
            Map.entry("relabel_configs", "they change labels"),
            Map.entry("entry_parser", "it changes lines"),
            Map.entry("decompression", "the files are packed"),
            Map.entry("journal", "its lines stand in no file"),
            Map.entry("syslog", "its lines stand in no file"),
            Map.entry("loki_push_api", "its lines stand in no file"),
            Map.entry("windows_events", "its lines stand in no file"),
            Map.entry("gcplog", "its lines stand in no file"),
            Map.entry("azure_event_hubs", "its lines stand in no file"),
            Map.entry("kafka", "its lines stand in no file"),
            Map.entry("gelf", "its lines stand in no file"),
            Map.entry("cloudflare", "its lines stand in no file"),
            Map.entry("heroku_drain", "its lines stand in no file"));

    /**
     * Reads a file.
     *
     * @throws ConfigurationException with every fault and everything that is refused, each with its place
     * @throws dev.monsh.failure.RefusedException when the file can't be read
     */
    public List<PromtailTarget> read(Path file) {
        try {
            return read(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw FileFailure.refused("read " + file, e);
        }
    }

    /** Reads the text of a file. */
    public List<PromtailTarget> read(String file, String text) {
        PromtailFaults faults = new PromtailFaults(file);
        List<PromtailTarget> targets = new ArrayList<>();
        PromtailNode root = PromtailNode.of(compose(file, text), faults);
        Map<String, String> external = externalLabels(root);
        for (PromtailNode job : root.get("scrape_configs").elements()) {
            refuse(job);
            for (PromtailNode group : job.get("static_configs").elements()) {
                target(group, external, targets);
            }
        }
        faults.throwIfAny();
        return List.copyOf(targets);
    }

    private static Node compose(String file, String text) {
        try {
            return new Yaml(new LoaderOptions()).compose(new java.io.StringReader(text));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw new ConfigurationException(
                    List.of(new Problem(file, mark.getLine() + 1, mark.getColumn() + 1, YamlFault.message(e))));
        } catch (YAMLException e) {
            throw new ConfigurationException(
                    List.of(new Problem(file, 0, 0, "is not YAML: " + YamlFault.oneLine(String.valueOf(e)))));
        }
    }

    private static void target(PromtailNode group, Map<String, String> external, List<PromtailTarget> targets) {
        Map<String, String> labels = new HashMap<>(external);
        labels.putAll(texts(group.get("labels")));
        String path = labels.get("__path__");
        // without a path Promtail has nothing to read either
        if (path != null && !path.isEmpty()) {
            targets.add(new PromtailTarget(labels, path));
        }
    }

    /** Returns the labels that the clients put on every line; several clients must agree, or Loki is not one place. */
    private static Map<String, String> externalLabels(PromtailNode root) {
        List<PromtailNode> clients = new ArrayList<>(root.get("clients").elements());
        if (root.get("client").isPresent()) {
            clients.add(root.get("client"));
        }
        Map<String, String> first = Map.of();
        for (int i = 0; i < clients.size(); i++) {
            PromtailNode node = clients.get(i).get("external_labels");
            Map<String, String> labels = texts(node);
            if (i == 0) {
                first = labels;
            } else if (!labels.equals(first)) {
                clients.get(i).refuse("external_labels", "another client has others");
            }
        }
        return first;
    }

    private static Map<String, String> texts(PromtailNode mapping) {
        Map<String, String> texts = new HashMap<>();
        mapping.entries().forEach((name, node) -> texts.put(name, node.text()));
        return texts;
    }

    private static void refuse(PromtailNode job) {
        job.entries().forEach((name, node) -> {
            String why = REFUSED_IN_JOB.get(name);
            if (name.endsWith("_sd_configs")) {
                job.refuse(name, "its targets are found by Promtail alone");
            } else if (name.equals("encoding")) {
                refuseEncoding(job, node);
            } else if (why != null && !node.isEmpty()) {
                job.refuse(name, why);
            }
        });
    }

    private static void refuseEncoding(PromtailNode job, PromtailNode encoding) {
        String name = encoding.text();
        if (!name.isEmpty() && !name.equalsIgnoreCase("utf-8") && !name.equalsIgnoreCase("utf8")) {
            job.refuse("encoding", "only UTF-8 is read, not " + name);
        }
    }
}
