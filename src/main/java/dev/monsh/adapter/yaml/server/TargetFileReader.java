package dev.monsh.adapter.yaml.server;

import dev.monsh.adapter.yaml.YamlCursor;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.json.JsonTree;
import dev.monsh.stack.check.ServerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a file of scrape targets as Prometheus does (prometheus.io, "file_sd_config"). */
final class TargetFileReader {

    private static final Set<String> KEYS = Set.of("targets", "labels");

    private final List<Problem> problems = new ArrayList<>();

    private TargetFileReader() {}

    static ServerFiles.TargetFile read(Path file, byte[] bytes, int usualPort, boolean asWritten) {
        return new TargetFileReader().readFile(file, bytes, usualPort, asWritten);
    }

    private ServerFiles.TargetFile readFile(Path file, byte[] bytes, int usualPort, boolean asWritten) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
            requireJson(file, bytes);
        }
        YamlCursor root = YamlCursor.root(ServerFileReader.document(file, bytes));
        TargetReader reader = new TargetReader(problems);
        if (root.isPresent() && !root.isList()) {
            problems.add(root.problem("a file of targets is a list of groups, each with 'targets'"));
        }
        for (YamlCursor group : root.items()) {
            if (group.isPresent() && !group.isMapping()) {
                problems.add(group.problem("a group of targets is a mapping with 'targets'"));
            }
            keys(group);
            if (asWritten) {
                reader.group(group, usualPort);
            }
            labels(group.get("labels"));
        }
        ServerFileReader.throwIfAny(problems);
        return new ServerFiles.TargetFile(reader.targets(), reader.notChecked());
    }

    /** Most JSON is YAML, but YAML is more. */
    private static void requireJson(Path file, byte[] bytes) {
        try {
            JsonTree.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new ConfigurationException(List.of(new Problem(file.toString(), 0, 0, "not JSON: " + why)));
        }
    }

    private void keys(YamlCursor group) {
        for (YamlNode.Entry entry : group.entries()) {
            String key = entry.key() instanceof YamlNode.Scalar scalar ? scalar.value() : "?";
            if (!KEYS.contains(key)) {
                problems.add(group.document()
                        .problem(entry.key(), "a group of targets has 'targets' and 'labels', not '" + key + "'"));
            }
        }
    }

    private void labels(YamlCursor labels) {
        if (labels.isPresent() && !labels.isMapping()) {
            problems.add(labels.problem("'labels' must be a mapping"));
        }
        for (YamlNode.Entry entry : labels.entries()) {
            if (!(entry.value().resolved() instanceof YamlNode.Scalar)) {
                problems.add(labels.document().problem(entry.value(), "the value of a label must be text"));
            }
        }
    }
}
