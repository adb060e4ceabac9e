package dev.monsh.view.cloud;

import dev.monsh.cloud.Disk;
import dev.monsh.cloud.InboundRule;
import dev.monsh.cloud.Instance;
import dev.monsh.cloud.InstanceState;
import dev.monsh.cloud.SecurityGroup;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a gateway in EC2: a line for each thing that belongs to it, or one JSON object. */
public final class CloudStatusView {

    private final CloudStatus status;

    public CloudStatusView(CloudStatus status) {
        this.status = status;
    }

    private record Line(String item, String value, Style style, String detail) {

        Line(String item, String value, String detail) {
            this(item, value, Style.PLAIN, detail);
        }
    }

    /** Writes it. */
    public void print(Console console, OutputFormat format) {
        if (format == OutputFormat.JSON) {
            JsonWriter json = new JsonWriter(console.out());
            json(json);
            json.newLine();
            return;
        }
        Columns.<Line>of()
                .text("item", Line::item)
                .style(Style.ACCENT)
                .text("value", Line::value)
                .style(Line::style)
                .text("detail", Line::detail)
                .wrapped(16)
                .view()
                .print(console, format, lines());
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("gateway", status.gateway().name(), status.region()));
        status.gateway()
                .instance()
                .ifPresentOrElse(
                        each -> lines.add(instance(each)),
                        () -> lines.add(new Line("instance", "none", Style.BAD, "")));
        status.checks()
                .ifPresent(checks -> lines.add(new Line(
                        "checks",
                        "system " + checks.system() + ", instance " + checks.instance(),
                        checks.impaired() ? Style.BAD : Style.GOOD,
                        "")));
        address().ifPresent(lines::add);
        status.disks().forEach(disk -> lines.add(disk(disk)));
        status.gateway().group().ifPresent(group -> {
            lines.add(new Line("security group", group.id(), group.name()));
            group.rules().forEach(rule -> lines.add(rule(rule)));
        });
        return lines;
    }

    private static Line instance(Instance instance) {
        return new Line(
                "instance",
                instance.id() + " " + instance.state().word(),
                instance.state() == InstanceState.RUNNING ? Style.GOOD : Style.BAD,
                instance.type() + ", launched " + instance.launched());
    }

    private Optional<Line> address() {
        return status.gateway()
                .publicAddress()
                .map(address -> new Line(
                        "address",
                        address,
                        status.gateway().isReachable() ? "Elastic IP" : "changes when the instance is stopped"))
                .or(() -> status.gateway()
                        .address()
                        .map(each -> new Line("address", each.address(), Style.WARNING, "serves nothing")));
    }

    private static Line disk(Disk disk) {
        return new Line(
                "disk",
                disk.id(),
                disk.encrypted() ? Style.PLAIN : Style.WARNING,
                disk.gibibytes() + " GiB " + disk.type() + (disk.encrypted() ? ", encrypted" : ", not encrypted"));
    }

    private Line rule(InboundRule rule) {
        return new Line(
                "rule " + rule.protocol() + " " + rule.ports(),
                rule.source().text(),
                rule.source().isWorld() && rule.opens(22) ? Style.BAD : Style.PLAIN,
                status.serves(rule).orElse(status.served().isPresent() ? "no mapping" : rule.description()));
    }

    private void json(JsonWriter json) {
        json.beginObject().member("name", status.gateway().name()).member("region", status.region());
        json.name("instance");
        status.gateway().instance().ifPresentOrElse(each -> instance(json, each), json::nullValue);
        json.name("checks");
        status.checks()
                .ifPresentOrElse(
                        checks -> json.beginObject()
                                .member("system", checks.system())
                                .member("instance", checks.instance())
                                .endObject(),
                        json::nullValue);
        optional(json, "address", status.gateway().publicAddress());
        json.name("elastic").value(status.gateway().isReachable());
        json.name("disks").beginArray();
        for (Disk disk : status.disks()) {
            json.beginObject()
                    .member("id", disk.id())
                    .member("type", disk.type())
                    .name("gibibytes");
            json.value(disk.gibibytes())
                    .name("encrypted")
                    .value(disk.encrypted())
                    .endObject();
        }
        json.endArray().name("security_group");
        status.gateway().group().ifPresentOrElse(each -> group(json, each), json::nullValue);
        json.endObject();
    }

    private static void instance(JsonWriter json, Instance instance) {
        json.beginObject()
                .member("id", instance.id())
                .member("state", instance.state().word())
                .member("type", instance.type())
                .member("image", instance.image());
        optional(json, "key", instance.keyName());
        json.member("launched", instance.launched().toString())
                .name("requires_tokens")
                .value(instance.requiresTokens())
                .endObject();
    }

    private void group(JsonWriter json, SecurityGroup group) {
        json.beginObject()
                .member("id", group.id())
                .member("name", group.name())
                .name("rules")
                .beginArray();
        for (InboundRule rule : group.rules()) {
            json.beginObject()
                    .member("id", rule.id())
                    .member("protocol", rule.protocol())
                    .name("first_port")
                    .value(rule.first())
                    .name("last_port")
                    .value(rule.last())
                    .member("from", rule.source().text())
                    .member("description", rule.description());
            optional(json, "serves", status.serves(rule));
            json.endObject();
        }
        json.endArray().endObject();
    }

    private static void optional(JsonWriter json, String name, Optional<String> value) {
        json.name(name);
        value.ifPresentOrElse(json::value, json::nullValue);
    }
}
