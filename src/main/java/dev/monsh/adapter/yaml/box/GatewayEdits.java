package dev.monsh.adapter.yaml.box;

import dev.monsh.adapter.yaml.YamlDocument;
import dev.monsh.adapter.yaml.YamlNode;
import dev.monsh.adapter.yaml.YamlPath;
import dev.monsh.adapter.yaml.edit.YamlEdit;
import dev.monsh.adapter.yaml.edit.YamlValue;
import dev.monsh.box.AwsSettings;
import dev.monsh.box.Configuration;
import dev.monsh.box.GatewayEntry;
import dev.monsh.box.GatewaySettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings {@code gateway} and {@code aws} of the configuration to what an entry says, key by key. */
final class GatewayEdits {

    private static final YamlPath ROOT = YamlPath.of();
    private static final YamlPath GATEWAY = YamlPath.of("gateway");
    private static final YamlPath SSH = GATEWAY.key("ssh");
    private static final YamlPath AWS = YamlPath.of("aws");

    private final YamlDocument document;
    private final List<YamlEdit> edits = new ArrayList<>();

    private GatewayEdits(YamlDocument document) {
        this.document = document;
    }

    /** Tells whether the configuration says all of it already. */
    static boolean areDone(Configuration configuration, GatewayEntry entry) {
        Optional<GatewaySettings> gateway = configuration.gateway();
        AwsSettings aws = configuration.aws().orElse(AwsSettings.UNSET);
        return gateway.filter(each -> each.host().equals(entry.host())
                                && each.user().equals(Optional.of(entry.user()))
                                && each.publicHost().equals(Optional.of(entry.host())))
                        .isPresent()
                && (entry.identityFile().isEmpty()
                        || entry.identityFile().equals(gateway.flatMap(GatewaySettings::identityFile)))
                && (entry.region().isEmpty() || aws.region().isPresent())
                && (entry.securityGroup().isEmpty() || entry.securityGroup().equals(aws.securityGroup()));
    }

    static List<YamlEdit> of(YamlDocument document, Configuration before, GatewayEntry entry) {
        GatewayEdits edits = new GatewayEdits(document);
        edits.gateway(before, entry);
        edits.aws(before, entry);
        return List.copyOf(edits.edits);
    }

    private void gateway(Configuration before, GatewayEntry entry) {
        Optional<String> key = entry.identityFile().map(Path::toString);
        if (!has(ROOT, "gateway")) {
            List<YamlValue.Field> ssh = new ArrayList<>();
            ssh.add(field("host", entry.host()));
            ssh.add(field("user", entry.user()));
            key.ifPresent(file -> ssh.add(field("identity_file", file)));
            YamlValue gateway = new YamlValue.Fields(List.of(
                    new YamlValue.Field("ssh", new YamlValue.Inline(new YamlValue.Fields(ssh))),
                    field("public_host", entry.host())));
            edits.add(new YamlEdit.Add(ROOT, "gateway", gateway));
            return;
        }
        put(SSH, "host", entry.host());
        put(SSH, "user", entry.user());
        key.ifPresent(file -> put(SSH, "identity_file", file));
        boolean other = before.gateway()
                .filter(each -> !each.host().equals(entry.host()))
                .isPresent();
        if (other && has(SSH, "port")) {
            // it was the other machine's
            edits.add(new YamlEdit.Remove(SSH.key("port")));
        }
        put(GATEWAY, "public_host", entry.host());
    }

    /** A region that is there stays: the account was opened in it. */
    private void aws(Configuration before, GatewayEntry entry) {
        boolean hasRegion = before.aws().flatMap(AwsSettings::region).isPresent();
        Optional<String> region = entry.region().filter(each -> !hasRegion);
        if (has(ROOT, "aws")) {
            region.ifPresent(each -> put(AWS, "region", each));
            entry.securityGroup().ifPresent(each -> put(AWS, "security_group", each));
            return;
        }
        List<YamlValue.Field> fields = new ArrayList<>();
        region.ifPresent(each -> fields.add(field("region", each)));
        entry.securityGroup().ifPresent(each -> fields.add(field("security_group", each)));
        if (!fields.isEmpty()) {
            edits.add(new YamlEdit.Add(ROOT, "aws", new YamlValue.Inline(new YamlValue.Fields(fields))));
        }
    }

    private void put(YamlPath mapping, String key, String text) {
        YamlValue value = YamlValue.text(text);
        edits.add(
                has(mapping, key) ? new YamlEdit.Set(mapping.key(key), value) : new YamlEdit.Add(mapping, key, value));
    }

    private boolean has(YamlPath mapping, String key) {
        YamlNode node = document.root();
        for (YamlPath.Step step : mapping.key(key).steps()) {
            YamlNode.Entry entry =
                    step instanceof YamlPath.Step.Key(String name) && node.resolved() instanceof YamlNode.Mapping found
                            ? found.entry(name)
                            : null;
            if (entry == null) {
                return false;
            }
            node = entry.value();
        }
        return true;
    }

    private static YamlValue.Field field(String key, String text) {
        return new YamlValue.Field(key, YamlValue.text(text));
    }
}
