package dev.monsh.adapter.yaml.loaded;

import dev.monsh.adapter.yaml.loaded.ConfigurationValue.Fields;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Prometheus's: it leaves out what is not set, and prints a few defaults (its documentation, "Configuration"). A setting
 * that is neither in the file nor a default was loaded from an earlier text; one that this version of monsh does not know is
 * taken for a default of a newer Prometheus.
 *
 * @param folder the file's folder as Prometheus names it
 */
record PrometheusDialect(String folder) implements Dialect {

    private static final Set<String> NEVER_DEFAULT = Set.of(
            "labels",
            "external_labels",
            "params",
            "rule_files",
            "scrape_config_files",
            "alerting",
            "remote_write",
            "remote_read",
            "basic_auth",
            "authorization",
            "oauth2",
            "tls_config",
            "proxy_url",
            "honor_labels",
            "sample_limit",
            "target_limit",
            "label_limit",
            "body_size_limit",
            "query_log_file",
            "source_labels",
            "target_label");
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("evaluation_interval", "1m"),
            Map.entry("metrics_path", "/metrics"),
            Map.entry("scheme", "http"),
            Map.entry("honor_timestamps", "true"),
            Map.entry("follow_redirects", "true"),
            Map.entry("enable_http2", "true"),
            Map.entry("separator", ";"),
            Map.entry("regex", "(.*)"),
            Map.entry("replacement", "$1"),
            Map.entry("action", "replace"),
            Map.entry("remote_timeout", "30s"));
    private static final String INTERVAL = "scrape_interval";
    private static final String TIMEOUT = "scrape_timeout";

    @Override
    public boolean isMadeOf(String path, String declared, String running) {
        boolean external = path.startsWith("global.external_labels.") && declared.contains("$");
        boolean file = path.endsWith("_file") || path.endsWith("files");
        return external || (file && isSameFile(declared, running));
    }

    /** Names of files are printed as seen from the file's folder, without superfluous parts. */
    private boolean isSameFile(String declared, String running) {
        try {
            Path named = Path.of(declared).normalize();
            return named.toString().equals(running)
                    || (!named.isAbsolute()
                            && Path.of(folder)
                                    .resolve(named)
                                    .normalize()
                                    .toString()
                                    .equals(running));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public boolean isFromEarlierText(String parent, String key, ConfigurationValue value, Context context) {
        if (value.isEmpty()) {
            return false;
        }
        if (OWN_KEYS.contains(parent) || key.endsWith("_configs")) {
            return true;
        }
        if (key.equals("authorization")) {
            return Stream.of("bearer_token", "bearer_token_file")
                    .noneMatch(context.declared().fields()::containsKey);
        }
        String text = context.running().text(key);
        return switch (key) {
            case INTERVAL -> !ScalarMeaning.same(parent.equals("global") ? "1m" : global(context, INTERVAL), text);
            case TIMEOUT ->
                !ScalarMeaning.same(parent.equals("global") ? "10s" : global(context, TIMEOUT), text)
                        && !ScalarMeaning.same(context.running().text(INTERVAL), text);
            default ->
                DEFAULTS.containsKey(key)
                        ? !ScalarMeaning.same(DEFAULTS.getOrDefault(key, ""), text)
                        : NEVER_DEFAULT.contains(key);
        };
    }

    private static String global(Context context, String key) {
        return context.root().fields().get("global") instanceof Fields global ? global.text(key) : "";
    }

    /** Since 2.26 a bearer token is an authorization of that type. */
    @Override
    public boolean isPrintedOtherwise(String key, Fields running) {
        return key.startsWith("bearer_token") && running.fields().containsKey("authorization");
    }
}
