package dev.monsh.view.gateway;

import static dev.monsh.terminal.Table.cell;

import dev.monsh.failure.Risk;
import dev.monsh.gateway.audit.AuditFinding;
import dev.monsh.gateway.map.MappingState;
import dev.monsh.gateway.site.PortMapping;
import dev.monsh.gateway.site.Target;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.Table;
import dev.monsh.view.ResultView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How mappings and the findings about them look. */
public final class GatewayViews {

    private GatewayViews() {}

    /** Returns the view of {@code gateway map list}. */
    public static ResultView<MappingState> mappings() {
        return new ResultView<>(
                () -> Table.builder()
                        .right("port")
                        .cut("box", 5)
                        .left("service")
                        .left("target")
                        .left("upgrade")
                        .left("paths")
                        .left("auth")
                        .left("tls")
                        .cut("place", 4)
                        .left("answers"),
                GatewayViews::row,
                GatewayViews::json);
    }

    private static List<Table.Cell> row(MappingState state) {
        PortMapping mapping = state.mapping();
        return List.of(
                cell(mapping.ports().text(), Style.ACCENT),
                cell(mapping.box().orElse(""), Style.PLAIN),
                cell(mapping.serviceTitle(), Style.PLAIN),
                cell(mapping.target().text(), Style.PLAIN),
                truth(mapping.upgradesWebSockets()),
                cell(mapping.allowlists() ? "read" : "all", mapping.allowlists() ? Style.GOOD : Style.WARNING),
                truth(mapping.authenticates()),
                truth(mapping.encrypts()),
                cell(mapping.file() + ":" + mapping.line(), Style.FAINT),
                state.answers().map(GatewayViews::truth).orElseGet(() -> cell("-", Style.FAINT)));
    }

    private static Table.Cell truth(boolean value) {
        return cell(value ? "yes" : "no", value ? Style.GOOD : Style.WARNING);
    }

    private static void json(JsonWriter json, MappingState state) {
        PortMapping mapping = state.mapping();
        json.beginObject().name("port").value(mapping.ports().first());
        if (!mapping.ports().isSingle()) {
            json.name("last_port").value(mapping.ports().last());
        }
        json.member("protocol", mapping.protocol().word()).name("box");
        mapping.box().ifPresentOrElse(json::value, json::nullValue);
        json.name("service");
        mapping.service().ifPresentOrElse(service -> json.value(service.key()), json::nullValue);
        json.member("target", mapping.target().text())
                .name("editable")
                .value(mapping.target() instanceof Target.Address
                        || (mapping.target() instanceof Target.Group group
                                && group.members().size() == 1))
                .name("upgrades_websockets")
                .value(mapping.upgradesWebSockets())
                .name("allowlists")
                .value(mapping.allowlists())
                .name("authenticates")
                .value(mapping.authenticates())
                .name("restricts_addresses")
                .value(mapping.restrictsAddresses())
                .name("encrypts")
                .value(mapping.encrypts())
                .name("server_names")
                .strings(mapping.names())
                .member("file", mapping.file())
                .name("line")
                .value(mapping.line())
                .name("answers");
        state.answers().ifPresentOrElse(json::value, json::nullValue);
        json.name("answer");
        Optional.of(state.words()).filter(words -> !words.isEmpty()).ifPresentOrElse(json::value, json::nullValue);
        json.endObject();
    }

    /** Returns the view of {@code gateway audit}. */
    public static ResultView<AuditFinding> findings() {
        return new ResultView<>(
                () -> Table.builder()
                        .left("severity")
                        .right("port")
                        .left("check")
                        .cut("evidence", 20)
                        .wrapped("remedy", 20)
                        .cut("place", 12),
                finding -> List.of(
                        cell(finding.severity().word(), style(finding.severity())),
                        cell(String.format(Locale.ROOT, "%d", finding.port()), Style.ACCENT),
                        cell(finding.check(), Style.PLAIN),
                        cell(finding.evidence(), Style.PLAIN),
                        cell(finding.remedy(), Style.PLAIN),
                        cell(finding.file() + ":" + finding.line(), Style.FAINT)),
                (json, finding) -> json.beginObject()
                        .member("severity", finding.severity().word())
                        .member("check", finding.check())
                        .name("port")
                        .value(finding.port())
                        .member("file", finding.file())
                        .name("line")
                        .value(finding.line())
                        .member("evidence", finding.evidence())
                        .member("remedy", finding.remedy())
                        .endObject());
    }

    private static Style style(Risk severity) {
        return switch (severity) {
            case HIGH -> Style.BAD;
            case MEDIUM -> Style.WARNING;
            case LOW -> Style.FAINT;
        };
    }
}
