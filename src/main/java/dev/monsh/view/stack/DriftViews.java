package dev.monsh.view.stack;

import static dev.monsh.terminal.Table.cell;

import dev.monsh.stack.drift.Drift;
import dev.monsh.stack.drift.DriftKind;
import dev.monsh.stack.reload.Reload;
import dev.monsh.stack.reload.ReloadWay;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.Table;
import dev.monsh.view.ResultView;
import java.util.List;

/** Shows drift and the outcome of reloads. */
public final class DriftViews {

    private DriftViews() {}

    /** In what a stack has drifted. */
    public static ResultView<Drift> drifts() {
        return new ResultView<>(
                () -> Table.builder()
                        .left("service")
                        .left("kind")
                        .left("running")
                        .left("declared")
                        .left("next"),
                drift -> List.of(
                        cell(drift.service(), Style.ACCENT),
                        cell(drift.kind().word(), drift.kind() == DriftKind.UNREADABLE ? Style.BAD : Style.WARNING),
                        cell(drift.running(), Style.PLAIN),
                        cell(drift.declared(), Style.PLAIN),
                        cell(drift.next(), Style.FAINT)),
                (json, drift) -> {
                    json.beginObject();
                    json.member("service", drift.service());
                    json.member("kind", drift.kind().word());
                    json.member("running", drift.running());
                    json.member("declared", drift.declared());
                    json.member("next", drift.next());
                    json.endObject();
                });
    }

    /** The outcome of reloads. */
    public static ResultView<Reload> reloads() {
        return new ResultView<>(
                () -> Table.builder().left("service").left("how").left("result"),
                reload -> List.of(
                        cell(reload.service(), Style.ACCENT),
                        cell(reload.way().word(), reload.way() == ReloadWay.UNCHANGED ? Style.FAINT : Style.PLAIN),
                        cell(reload.result(), reload.failure().isPresent() ? Style.BAD : Style.GOOD)),
                (json, reload) -> {
                    json.beginObject();
                    json.member("service", reload.service());
                    json.member("how", reload.way().word());
                    json.member("result", reload.result());
                    json.name("error");
                    reload.failure()
                            .ifPresentOrElse(
                                    failure -> json.value(failure.what() + ": " + failure.why()), json::nullValue);
                    json.endObject();
                });
    }
}
