package dev.monsh.adapter.yaml.server;

import dev.monsh.adapter.yaml.YamlCursor;
import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.YamlFault;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.failure.Problem;
import dev.monsh.failure.Spelling;
import dev.monsh.stack.check.ServerFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads Prometheus's configuration (prometheus.io, "Configuration"), which refuses keys that it does not know. */
final class PrometheusFileReader {

    private static final List<String> KEYS = List.of(
            "global",
            "runtime",
            "rule_files",
            "scrape_config_files",
            "scrape_configs",
            "alerting",
            "remote_write",
            "remote_read",
            "storage",
            "tracing",
            "otlp");

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** As in Prometheus's {@code discovery/file}. */
    private static final Pattern TARGET_FILE = Pattern.compile("[^*]*(\\*[^/]*)?\\.(json|yml|yaml|JSON|YML|YAML)");

    private final List<Problem> problems = new ArrayList<>();
    private final TargetReader targets = new TargetReader(problems);
    private final List<ServerFiles.TargetFiles> targetFiles = new ArrayList<>();
    private final List<ServerFiles.Placed> rules = new ArrayList<>();

    private PrometheusFileReader() {}

    static ServerFiles.PrometheusFile read(YamlDocument document) {
        PrometheusFileReader reader = new PrometheusFileReader();
        YamlCursor root = YamlCursor.root(document);
        reader.keys(root);
        reader.colons(root.get("global"));
        root.get("scrape_configs").items().forEach(reader::colons);
        reader.scrapes(root);
        reader.ruleFiles(root.get("rule_files"));
        ServerFileReader.throwIfAny(reader.problems);
        return new ServerFiles.PrometheusFile(
                reader.targets.targets(),
                reader.rules,
                reader.targetFiles,
                reader.targets.notChecked(),
                document.ignored());
    }

    private void keys(YamlCursor root) {
        if (root.isPresent() && !root.isMapping()) {
            problems.add(root.problem("the file must be a mapping of keys to values"));
        }
        for (YamlNode.Entry entry : root.entries()) {
            String key = entry.key() instanceof YamlNode.Scalar scalar ? scalar.value() : "?";
            if (!KEYS.contains(key)) {
                String hint = Spelling.nearest(key, KEYS)
                        .map(near -> ": did you mean '" + near + "'?")
                        .orElse("");
                problems.add(root.document()
                        .problem(entry.key(), "Prometheus has no key '" + YamlFault.oneLine(key) + "'" + hint));
            }
        }
    }

    /** In braces a colon without a blank behind it is part of the key, and Prometheus has no such key. */
    private void colons(YamlCursor mapping) {
        for (YamlNode.Entry entry : mapping.entries()) {
            if (entry.key() instanceof YamlNode.Scalar key && key.value().contains(":")) {
                problems.add(mapping.document()
                        .problem(
                                key,
                                "Prometheus has no key '" + YamlFault.oneLine(key.value())
                                        + "': put a blank behind the colon"));
            }
        }
    }

    private void scrapes(YamlCursor root) {
        YamlCursor configs = root.get("scrape_configs");
        list(configs, "scrape_configs");
        for (YamlCursor config : configs.items()) {
            String job = config.get("job_name").text().orElse("");
            if (job.isEmpty()) {
                problems.add(config.problem("the scrape configuration has no job_name"));
            }
            boolean https = config.get("scheme").text().filter("https"::equals).isPresent();
            scrape(config, job, https ? HTTPS_PORT : HTTP_PORT);
        }
        ServerFileReader.jobs(configs.items(), problems);
    }

    private void scrape(YamlCursor config, String job, int usualPort) {
        YamlCursor groups = config.get("static_configs");
        YamlCursor discovery = config.get("file_sd_configs");
        YamlCursor relabelling = config.get("relabel_configs");
        list(groups, "static_configs");
        list(discovery, "file_sd_configs");
        list(relabelling, "relabel_configs");
        Optional<String> change = TargetRelabelling.change(relabelling, "__address__");
        boolean discovered = groups.isPresent() || discovery.isPresent();
        if (change.isPresent() && discovered) {
            targets.skip(relabelling, "the targets of the job " + YamlFault.oneLine(job) + ": " + change.get());
        }
        if (change.isEmpty()) {
            groups.items().forEach(group -> targets.group(group, usualPort));
        }
        for (YamlCursor each : discovery.items()) {
            list(each.get("files"), "files");
            for (YamlCursor file : each.get("files").items()) {
                file.text().ifPresent(text -> targetFile(file, text, usualPort, change.isEmpty()));
            }
        }
    }

    private void targetFile(YamlCursor file, String pattern, int usualPort, boolean asWritten) {
        if (!TARGET_FILE.matcher(pattern).matches()) {
            problems.add(file.problem("a file of targets ends in .json, .yml or .yaml, with * only in its last part"));
        } else {
            targetFiles.add(new ServerFiles.TargetFiles(pattern, file.problem(""), usualPort, asWritten));
        }
    }

    private void ruleFiles(YamlCursor files) {
        list(files, "rule_files");
        for (YamlCursor file : files.items()) {
            if (file.text().isEmpty()) {
                problems.add(file.problem("a file of rules is named by a path"));
            }
            file.text().ifPresent(text -> rules.add(new ServerFiles.Placed(text, file.problem(""))));
        }
    }

    private void list(YamlCursor at, String key) {
        if (at.isPresent() && !at.isList()) {
            problems.add(at.problem("'" + key + "' must be a list"));
        }
    }
}
