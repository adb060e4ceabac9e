package dev.monsh.view.box;

import dev.monsh.box.Box;
import dev.monsh.box.Configuration;
import dev.monsh.box.Credential;
import dev.monsh.box.Endpoint;
import dev.monsh.box.GatewaySettings;
import dev.monsh.box.Secret;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.OutputFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The configuration as it is understood. Secrets appear as where they come from. */
public final class ConfigurationView {

    private final Console console;

    public ConfigurationView(Console console) {
        this.console = console;
    }

    /** Prints it as YAML or JSON. */
    public void print(Configuration configuration, OutputFormat format) {
        print(tree(configuration), format);
    }

    /** Prints one box under its name as YAML or JSON. */
    public void print(Box box, OutputFormat format) {
        print(Map.of(box.name(), box(box)), format);
    }

    private void print(Map<String, Object> tree, OutputFormat format) {
        if (format == OutputFormat.JSON) {
            JsonWriter json = new JsonWriter(console.out());
            json(json, tree);
            json.newLine();
        } else {
            yaml(tree, 0);
        }
    }

    private static Map<String, Object> tree(Configuration configuration) {
        Map<String, Object> tree = new LinkedHashMap<>();
        configuration.current().ifPresent(current -> tree.put("current", current));
        Map<String, Object> boxes = new LinkedHashMap<>();
        configuration.boxes().forEach((name, box) -> boxes.put(name, box(box)));
        tree.put("boxes", boxes);
        configuration.gateway().ifPresent(gateway -> tree.put("gateway", gateway(gateway)));
        configuration.aws().ifPresent(aws -> {
            Map<String, Object> entries = new LinkedHashMap<>();
            aws.region().ifPresent(region -> entries.put("region", region));
            aws.profile().ifPresent(profile -> entries.put("profile", profile));
            aws.securityGroup().ifPresent(group -> entries.put("security_group", group));
            tree.put("aws", entries);
        });
        configuration.grafana().ifPresent(grafana -> tree.put("grafana", endpoint(grafana)));
        return tree;
    }

    private static Map<String, Object> box(Box box) {
        Map<String, Object> entries = new LinkedHashMap<>();
        box.stack().ifPresent(stack -> entries.put("stack", stack.toString()));
        box.endpoints().forEach((server, endpoint) -> entries.put(server.key(), endpoint(endpoint)));
        box.tailscaleIp().ifPresent(address -> entries.put("tailscale_ip", address));
        return entries;
    }

    private static Map<String, Object> gateway(GatewaySettings gateway) {
        Map<String, Object> ssh = new LinkedHashMap<>();
        ssh.put("host", gateway.host());
        gateway.port().ifPresent(port -> ssh.put("port", port.toString()));
        gateway.user().ifPresent(user -> ssh.put("user", user));
        gateway.identityFile().ifPresent(file -> ssh.put("identity_file", file.toString()));
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("ssh", ssh);
        entries.put("nginx_site", gateway.nginxSite());
        gateway.publicHost().ifPresent(host -> entries.put("public_host", host));
        return entries;
    }

    private static Map<String, Object> endpoint(Endpoint endpoint) {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("url", endpoint.url().toString());
        switch (endpoint.credential()) {
            case Credential.None() -> {}
            case Credential.Basic(String username, Secret password) -> {
                entries.put("username", username);
                secret(entries, "password", password);
            }
            case Credential.Bearer(Secret token) -> secret(entries, "token", token);
        }
        if (!endpoint.headers().isEmpty()) {
            // a header may be a key to somebody's data, so its value stays out
            Map<String, Object> headers = new LinkedHashMap<>();
            endpoint.headers().keySet().forEach(name -> headers.put(name, "***"));
            entries.put("headers", headers);
        }
        endpoint.caFile().ifPresent(file -> entries.put("ca_file", file.toString()));
        endpoint.clientCertificate().ifPresent(pair -> {
            entries.put("cert_file", pair.certificate().toString());
            entries.put("key_file", pair.key().toString());
        });
        return entries;
    }

    private static void secret(Map<String, Object> entries, String name, Secret secret) {
        switch (secret) {
            case Secret.FromEnvironment(String variable) -> entries.put(name + "_env", variable);
            case Secret.FromFile(java.nio.file.Path file) -> entries.put(name + "_file", file.toString());
            // the command's own words may hold a key
            case Secret.FromCommand(String _) -> entries.put(name + "_command", "***");
        }
    }

    private static void json(JsonWriter json, Object value) {
        if (value instanceof Map<?, ?> entries) {
            json.beginObject();
            entries.forEach((name, entry) -> {
                json.name(String.valueOf(name));
                json(json, entry);
            });
            json.endObject();
        } else {
            json.value(String.valueOf(value));
        }
    }

    private void yaml(Map<?, ?> entries, int depth) {
        entries.forEach((name, value) -> {
            console.out().write("  ".repeat(depth) + scalar(String.valueOf(name)) + ":");
            if (value instanceof Map<?, ?> below && !below.isEmpty()) {
                console.out().write('\n');
                yaml(below, depth + 1);
            } else {
                console.out().write(" " + (value instanceof Map ? "{}" : scalar(String.valueOf(value))) + "\n");
            }
        });
    }

    /** Returns a string as a YAML scalar: plain where nothing can be mistaken, else in double quotes, which are JSON's. */
    private static String scalar(String text) {
        if (text.matches("[A-Za-z/~][A-Za-z0-9_./~-]*") && !text.matches("(?i)true|false|yes|no|on|off|null|y|n|~")) {
            return text;
        }
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        dev.monsh.terminal.Output out = new dev.monsh.terminal.Output(bytes);
        new JsonWriter(out).value(text);
        out.flush();
        return bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
