package dev.monsh.view.gateway;

import dev.monsh.failure.NextStep;
import dev.monsh.failure.Risk;
import dev.monsh.gateway.audit.AuditFinding;
import dev.monsh.gateway.map.MappingState;
import dev.monsh.gateway.site.PortMapping;
import dev.monsh.gateway.site.Target;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
import dev.monsh.view.ResultView;
import java.util.Optional;
import java.util.function.Function;

/** How mappings and the findings about them look. */
public final class GatewayViews {

    private GatewayViews() {}

    /** Returns the view of {@code gateway map list}. */
    public static ResultView<MappingState> mappings() {
        return Columns.<MappingState>of()
                .text("port", state -> state.mapping().ports().text())
                .json((json, state) ->
                        json.name("port").value(state.mapping().ports().first()))
                .style(Style.ACCENT)
                .right()
                .members(GatewayViews::lastPort)
                .member("protocol", state -> state.mapping().protocol().word())
                .optional("box", state -> state.mapping().box())
                .cut(5)
                .text("service", state -> state.mapping().serviceTitle())
                .json(GatewayViews::service)
                .worth(7)
                .text("target", state -> state.mapping().target().text())
                .member("editable", (json, state) -> json.value(isEditable(state.mapping())))
                .truth("upgrade", state -> state.mapping().upgradesWebSockets())
                .json((json, state) ->
                        json.name("upgrades_websockets").value(state.mapping().upgradesWebSockets()))
                .worth(3)
                .text("paths", state -> state.mapping().allowlists() ? "read" : "all")
                .json((json, state) ->
                        json.name("allowlists").value(state.mapping().allowlists()))
                .style(state -> state.mapping().allowlists() ? Style.GOOD : Style.WARNING)
                .worth(4)
                .truth("auth", state -> state.mapping().authenticates())
                .json((json, state) ->
                        json.name("authenticates").value(state.mapping().authenticates()))
                .worth(6)
                .member(
                        "restricts_addresses",
                        (json, state) -> json.value(state.mapping().restrictsAddresses()))
                .truth("tls", state -> state.mapping().encrypts())
                .json((json, state) ->
                        json.name("encrypts").value(state.mapping().encrypts()))
                .worth(5)
                .member(
                        "server_names",
                        (json, state) -> json.strings(state.mapping().names()))
                .text(
                        "place",
                        state -> state.mapping().file() + ":" + state.mapping().line())
                .json((json, state) -> json.member("file", state.mapping().file())
                        .name("line")
                        .value(state.mapping().line()))
                .readable(state ->
                        fileName(state.mapping().file()) + ":" + state.mapping().line())
                .style(Style.FAINT)
                .worth(1)
                .text(
                        "answers",
                        state -> state.answers()
                                .map(answers -> answers ? "yes" : "no")
                                .orElse("-"))
                .json((json, state) -> state.answers().ifPresentOrElse(json.name("answers")::value, json::nullValue))
                .style(state -> state.answers()
                        .map(answers -> answers ? Style.GOOD : Style.WARNING)
                        .orElse(Style.FAINT))
                .worth(8)
                .member(
                        "answer",
                        (json, state) -> Optional.of(state.words())
                                .filter(words -> !words.isEmpty())
                                .ifPresentOrElse(json::value, json::nullValue))
                .view();
    }

    private static void lastPort(JsonWriter json, MappingState state) {
        if (!state.mapping().ports().isSingle()) {
            json.name("last_port").value(state.mapping().ports().last());
        }
    }

    private static void service(JsonWriter json, MappingState state) {
        json.name("service");
        state.mapping().service().ifPresentOrElse(service -> json.value(service.key()), json::nullValue);
    }

    private static boolean isEditable(PortMapping mapping) {
        return mapping.target() instanceof Target.Address
                || (mapping.target() instanceof Target.Group group
                        && group.members().size() == 1);
    }

    private static String fileName(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** Returns the view of {@code gateway audit}; {@code words} says what can be done. */
    public static ResultView<AuditFinding> findings(Function<NextStep, String> words) {
        return Columns.<AuditFinding>of()
                .text("severity", finding -> finding.severity().word())
                .style(finding -> style(finding.severity()))
                .number("port", AuditFinding::port)
                .style(Style.ACCENT)
                .text("check", AuditFinding::check)
                .text("evidence", AuditFinding::evidence)
                .wrapped(16)
                .text("remedy", finding -> words.apply(finding.remedy()))
                .wrapped(16)
                .text("place", finding -> finding.file() + ":" + finding.line())
                .json((json, finding) ->
                        json.member("file", finding.file()).name("line").value(finding.line()))
                .readable(finding -> fileName(finding.file()) + ":" + finding.line())
                .style(Style.FAINT)
                .worth(1)
                .jsonOrder("severity", "check", "port", "place")
                .view();
    }

    private static Style style(Risk severity) {
        return switch (severity) {
            case HIGH -> Style.BAD;
            case MEDIUM -> Style.WARNING;
            case LOW -> Style.FAINT;
        };
    }
}
