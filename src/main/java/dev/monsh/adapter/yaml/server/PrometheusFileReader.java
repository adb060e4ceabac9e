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

    private final List<Problem> problems = new ArrayList<>();
    private final List<ServerFiles.Address> targets = new ArrayList<>();
    private final List<ServerFiles.Placed> rules = new ArrayList<>();

    private PrometheusFileReader() {}

    static ServerFiles.PrometheusFile read(YamlDocument document) {
        PrometheusFileReader reader = new PrometheusFileReader();
        YamlCursor root = YamlCursor.root(document);
        reader.keys(root);
        reader.scrapes(root);
        reader.ruleFiles(root.get("rule_files"));
        ServerFileReader.throwIfAny(reader.problems);
        return new ServerFiles.PrometheusFile(reader.targets, reader.rules);
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

    private void scrapes(YamlCursor root) {
        YamlCursor configs = root.get("scrape_configs");
        list(configs, "scrape_configs");
        for (YamlCursor config : configs.items()) {
            if (config.get("job_name").text().filter(name -> !name.isEmpty()).isEmpty()) {
                problems.add(config.problem("the scrape configuration has no job_name"));
            }
            list(config.get("static_configs"), "static_configs");
            for (YamlCursor group : config.get("static_configs").items()) {
                list(group.get("targets"), "targets");
                boolean https =
                        config.get("scheme").text().filter("https"::equals).isPresent();
                group.get("targets").items().forEach(target -> target(target, https ? 443 : 80));
            }
        }
        ServerFileReader.jobs(configs.items(), problems);
    }

    private void target(YamlCursor target, int usualPort) {
        Optional<String> text = target.text();
        if (text.isEmpty() || text.get().contains("/")) {
            problems.add(target.problem("a target is HOST:PORT, without a scheme and a path"));
            return;
        }
        int colon = text.get().lastIndexOf(':');
        boolean hasPort = colon >= 0 && !text.get().endsWith("]");
        String host = hasPort ? text.get().substring(0, colon) : text.get();
        String port = hasPort ? text.get().substring(colon + 1) : String.valueOf(usualPort);
        if (!port.matches("\\d{1,5}")) {
            problems.add(target.problem("'" + YamlFault.oneLine(port) + "' is no port"));
            return;
        }
        targets.add(
                new ServerFiles.Address(host.replaceAll("^\\[|]$", ""), Integer.parseInt(port), target.problem("")));
    }

    private void ruleFiles(YamlCursor files) {
        list(files, "rule_files");
        for (YamlCursor file : files.items()) {
            file.text().ifPresent(text -> rules.add(new ServerFiles.Placed(text, file.problem(""))));
        }
    }

    private void list(YamlCursor at, String key) {
        if (at.isPresent() && !at.isList()) {
            problems.add(at.problem("'" + key + "' must be a list"));
        }
    }
}
