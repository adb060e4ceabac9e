package dev.monsh.adapter.yaml.box;

import dev.monsh.adapter.yaml.edit.YamlValue;
import dev.monsh.box.Box;
import dev.monsh.box.ClientCertificate;
import dev.monsh.box.Credential;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Secret;
import dev.monsh.box.Server;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns a box into what stands in the configuration file for it: the opposite of {@link BoxReader}. Prometheus and Loki
 * are always written; the others only where they are not what is assumed without them.
 */
final class BoxEntry {

    private BoxEntry() {}

    static YamlValue of(Box box) {
        List<YamlValue.Field> fields = new ArrayList<>();
        box.stack().ifPresent(stack -> fields.add(field("stack", stack.toString())));
        for (Map.Entry<Server, Endpoint> entry : box.endpoints().entrySet()) {
            if (isWritten(box, entry.getKey(), entry.getValue())) {
                fields.add(new YamlValue.Field(
                        entry.getKey().key(), new YamlValue.Inline(new YamlValue.Fields(endpoint(entry.getValue())))));
            }
        }
        box.tailscaleIp().ifPresent(address -> fields.add(field("tailscale_ip", address)));
        return new YamlValue.Fields(fields);
    }

    private static boolean isWritten(Box box, Server server, Endpoint endpoint) {
        boolean main = server == Server.PROMETHEUS || server == Server.LOKI;
        boolean assumed =
                BoxReader.isOnThisMachine(box.stack(), box.endpoints()) && endpoint.equals(server.onThisMachine());
        return main || !assumed;
    }

    private static List<YamlValue.Field> endpoint(Endpoint endpoint) {
        List<YamlValue.Field> fields = new ArrayList<>();
        fields.add(field("url", endpoint.url().toString()));
        switch (endpoint.credential()) {
            case Credential.None _ -> {}
            case Credential.Basic(String username, Secret password) -> {
                fields.add(field("username", username));
                fields.add(secret("password", password));
            }
            case Credential.Bearer(Secret token) -> fields.add(secret("token", token));
        }
        if (!endpoint.headers().isEmpty()) {
            List<YamlValue.Field> headers = new ArrayList<>();
            new TreeMap<>(endpoint.headers()).forEach((name, value) -> headers.add(field(name, value)));
            fields.add(new YamlValue.Field("headers", new YamlValue.Fields(headers)));
        }
        endpoint.caFile().ifPresent(file -> fields.add(field("ca_file", file)));
        endpoint.clientCertificate().ifPresent(each -> certificate(each, fields));
        return fields;
    }

    private static void certificate(ClientCertificate certificate, List<YamlValue.Field> fields) {
        fields.add(field("cert_file", certificate.certificate()));
        fields.add(field("key_file", certificate.key()));
    }

    private static YamlValue.Field secret(String stem, Secret secret) {
        return switch (secret) {
            case Secret.FromEnvironment(String variable) -> field(stem + "_env", variable);
            case Secret.FromFile(Path file) -> field(stem + "_file", file);
            case Secret.FromCommand(String command) -> field(stem + "_command", command);
        };
    }

    private static YamlValue.Field field(String key, Path file) {
        return field(key, file.toString());
    }

    private static YamlValue.Field field(String key, String text) {
        return new YamlValue.Field(key, YamlValue.text(text));
    }
}
