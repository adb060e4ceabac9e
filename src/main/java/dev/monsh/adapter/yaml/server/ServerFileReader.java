package dev.monsh.adapter.yaml.server;

import dev.monsh.adapter.yaml.GoScanner;
import dev.monsh.adapter.yaml.YamlCursor;
import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.YamlFault;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.edit.WholeFile;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.FileFailure;
import dev.monsh.failure.Problem;
import dev.monsh.stack.Service;
import dev.monsh.stack.check.ServerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the servers' configuration files by the references of Prometheus 3, Loki 3 and Promtail 3. Keys that only a later
 * version may have are left to the servers themselves.
 */
public final class ServerFileReader implements ServerFiles {

    private static final Set<String> LOKI_KEYS = Set.of(
            "target auth_enabled ballast_bytes server common schema_config storage_config limits_config compactor ruler"
                    .split(" "));

    @Override
    public PrometheusFile prometheus(Path file) {
        return PrometheusFileReader.read(document(file));
    }

    @Override
    public void rules(Path file) {
        RuleFileReader.read(document(file));
    }

    @Override
    public TargetFile targets(Path file, int usualPort, boolean asWritten) {
        return TargetFileReader.read(file, bytes(file), usualPort, asWritten);
    }

    @Override
    public LokiFile loki(Path file) {
        YamlCursor root = mapping(file);
        if (root.entries().stream()
                .noneMatch(entry -> entry.key() instanceof YamlNode.Scalar key && LOKI_KEYS.contains(key.value()))) {
            throw new ConfigurationException(List.of(root.problem("it contains no key of a Loki configuration")));
        }
        List<YamlCursor> schemas = root.get("schema_config", "configs").items();
        YamlCursor limits = root.get("limits_config");
        VariableValues values = new VariableValues();
        return new LokiFile(
                values.port(root.get("server", "http_listen_port"), Service.LOKI),
                values.text(root.get("common", "path_prefix")),
                root.get("compactor", "retention_enabled")
                        .text()
                        .filter("true"::equals)
                        .isPresent(),
                schemas.isEmpty() ? Optional.empty() : oldSchema(schemas.getLast()),
                limits.get("allow_structured_metadata")
                        .text()
                        .filter("false"::equals)
                        .isEmpty(),
                values.notChecked(),
                root.document().ignored());
    }

    private static Optional<Placed> oldSchema(YamlCursor schema) {
        String version = schema.get("schema").text().orElse("");
        String store = schema.get("store").text().orElse("");
        return version.equals("v13") && store.equals("tsdb")
                ? Optional.empty()
                : Optional.of(new Placed(version + " with " + store, schema.problem("")));
    }

    @Override
    public PromtailFile promtail(Path file) {
        YamlCursor root = mapping(file);
        List<Placed> clients = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        VariableValues values = new VariableValues();
        for (YamlCursor client : root.get("clients").items()) {
            YamlCursor url = client.get("url");
            if (!url.isPresent()) {
                problems.add(client.problem("the client has no url"));
            }
            values.text(url).ifPresent(clients::add);
        }
        if (!root.get("clients").isPresent() && !root.get("client").isPresent()) {
            problems.add(root.problem("no clients: Promtail has nowhere to send lines"));
        }
        jobs(root.get("scrape_configs").items(), problems);
        throwIfAny(problems);
        return new PromtailFile(
                values.port(root.get("server", "http_listen_port"), Service.PROMTAIL),
                values.text(root.get("positions", "filename")),
                clients,
                values.notChecked(),
                root.document().ignored());
    }

    /** Says which jobs share a name: neither Prometheus nor Promtail starts with that. */
    static void jobs(List<YamlCursor> configs, List<Problem> problems) {
        List<String> names = new ArrayList<>();
        for (YamlCursor config : configs) {
            Optional<String> name = config.get("job_name").text();
            if (name.isPresent() && names.contains(name.get())) {
                problems.add(config.get("job_name")
                        .problem("job_name: " + YamlFault.oneLine(name.get()) + " appears here a second time"));
            }
            name.ifPresent(names::add);
        }
    }

    private static YamlCursor mapping(Path file) {
        YamlCursor root = YamlCursor.root(document(file));
        if (!root.isMapping()) {
            throw new ConfigurationException(List.of(root.problem("the file must be a mapping of keys to values")));
        }
        return root;
    }

    /** Like the servers, this reads the first document alone. */
    private static YamlDocument document(Path file) {
        return document(file, bytes(file));
    }

    /** All of these servers are Go programs. */
    static YamlDocument document(Path file, byte[] bytes) {
        YamlDocument document = YamlDocument.parse(file.toString(), bytes);
        GoScanner.refused(file.toString(), new String(bytes, StandardCharsets.UTF_8))
                .ifPresent(problem -> throwIfAny(List.of(problem)));
        return document;
    }

    private static byte[] bytes(Path file) {
        try {
            return WholeFile.read(file);
        } catch (IOException e) {
            throw FileFailure.of(file.toString(), e);
        }
    }

    static void throwIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }
}
