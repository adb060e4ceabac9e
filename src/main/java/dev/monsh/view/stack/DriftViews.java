package dev.monsh.view.stack;

import dev.monsh.failure.NextStep;
import dev.monsh.stack.drift.Drift;
import dev.monsh.stack.drift.DriftKind;
import dev.monsh.stack.reload.Reload;
import dev.monsh.stack.reload.ReloadWay;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
import dev.monsh.view.ResultView;
import java.util.function.Function;

/** Shows drift and the outcome of reloads. */
public final class DriftViews {

    private DriftViews() {}

    /** In what a stack has drifted; {@code words} says what can be done next. */
    public static ResultView<Drift> drifts(Function<NextStep, String> words) {
        return Columns.<Drift>of()
                .text("service", Drift::service)
                .style(Style.ACCENT)
                .text("kind", drift -> drift.kind().word())
                .style(drift -> drift.kind() == DriftKind.UNREADABLE ? Style.BAD : Style.WARNING)
                .text("running", Drift::running)
                .wrapped(16)
                .text("declared", Drift::declared)
                .wrapped(16)
                .text("next", drift -> words.apply(drift.next()))
                .style(Style.FAINT)
                .wrapped(12)
                .view();
    }

    /** The outcome of reloads. */
    public static ResultView<Reload> reloads() {
        return Columns.<Reload>of()
                .text("service", Reload::service)
                .style(Style.ACCENT)
                .text("how", reload -> reload.way().word())
                .style(reload -> reload.way() == ReloadWay.UNCHANGED ? Style.FAINT : Style.PLAIN)
                .text("result", Reload::result)
                .style(reload -> reload.failure().isPresent() ? Style.BAD : Style.GOOD)
                .wrapped(20)
                .member(
                        "error",
                        (json, reload) -> reload.failure()
                                .ifPresentOrElse(
                                        failure -> json.value(failure.what() + ": " + failure.why()), json::nullValue))
                .view();
    }
}
