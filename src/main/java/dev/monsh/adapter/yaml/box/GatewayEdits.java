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
                                && says(entry.port(), each.port())
                                && says(entry.user(), each.user())
                                && says(entry.identityFile(), each.identityFile())
                                && says(entry.site(), Optional.of(each.nginxSite()))
                                && says(entry.publicHost(), each.publicHost()))
                        .isPresent()
                && (entry.region().isEmpty() || aws.region().isPresent())
                && says(entry.securityGroup(), aws.securityGroup());
    }

    private static <T> boolean says(Optional<T> wanted, Optional<T> present) {
        return wanted.isEmpty() || wanted.equals(present);
    }

    static List<YamlEdit> of(YamlDocument document, Configuration before, GatewayEntry entry) {
        GatewayEdits edits = new GatewayEdits(document);
        edits.gateway(before, entry);
        edits.aws(before, entry);
        return List.copyOf(edits.edits);
    }

    private void gateway(Configuration before, GatewayEntry entry) {
        if (!has(ROOT, "gateway")) {
            List<YamlValue.Field> gateway = new ArrayList<>();
            gateway.add(new YamlValue.Field("ssh", new YamlValue.Inline(new YamlValue.Fields(ssh(entry)))));
            entry.site().ifPresent(file -> gateway.add(field("nginx_site", file)));
            entry.publicHost().ifPresent(host -> gateway.add(field("public_host", host)));
            edits.add(new YamlEdit.Add(ROOT, "gateway", new YamlValue.Fields(gateway)));
            return;
        }
        ssh(entry).forEach(field -> put(SSH, field.key(), field.value()));
        boolean other = before.gateway()
                .filter(each -> !each.host().equals(entry.host()))
                .isPresent();
        if (other && entry.port().isEmpty() && has(SSH, "port")) {
            // it was the other machine's
            edits.add(new YamlEdit.Remove(SSH.key("port")));
        }
        entry.site().ifPresent(file -> put(GATEWAY, "nginx_site", YamlValue.text(file)));
        entry.publicHost().ifPresent(host -> put(GATEWAY, "public_host", YamlValue.text(host)));
    }

    private static List<YamlValue.Field> ssh(GatewayEntry entry) {
        List<YamlValue.Field> fields = new ArrayList<>();
        fields.add(field("host", entry.host()));
        entry.port().ifPresent(port -> fields.add(new YamlValue.Field("port", YamlValue.number(port))));
        entry.user().ifPresent(user -> fields.add(field("user", user)));
        entry.identityFile().ifPresent(file -> fields.add(field("identity_file", file.toString())));
        return fields;
    }

    /** A region that is there stays: the account was opened in it. */
    private void aws(Configuration before, GatewayEntry entry) {
        boolean hasRegion = before.aws().flatMap(AwsSettings::region).isPresent();
        Optional<String> region = entry.region().filter(each -> !hasRegion);
        if (has(ROOT, "aws")) {
            region.ifPresent(each -> put(AWS, "region", YamlValue.text(each)));
            entry.securityGroup().ifPresent(each -> put(AWS, "security_group", YamlValue.text(each)));
            return;
        }
        List<YamlValue.Field> fields = new ArrayList<>();
        region.ifPresent(each -> fields.add(field("region", each)));
        entry.securityGroup().ifPresent(each -> fields.add(field("security_group", each)));
        if (!fields.isEmpty()) {
            edits.add(new YamlEdit.Add(ROOT, "aws", new YamlValue.Inline(new YamlValue.Fields(fields))));
        }
    }

    private void put(YamlPath mapping, String key, YamlValue value) {
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
