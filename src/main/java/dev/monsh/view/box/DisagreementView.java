package dev.monsh.view.box;

import dev.monsh.across.drift.Disagreement;
import dev.monsh.failure.NextStep;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
import dev.monsh.view.ResultView;
import java.util.function.Function;

/** How the things that do not agree look. */
public final class DisagreementView {

    private DisagreementView() {}

    /** Returns the view of {@code drift}; {@code words} says what can be done next. */
    public static ResultView<Disagreement> of(Function<NextStep, String> words) {
        return Columns.<Disagreement>of()
                .text("place", Disagreement::place)
                .style(Style.ACCENT)
                .text("subject", Disagreement::subject)
                .wrapped(10)
                .text("found", Disagreement::found)
                .style(each -> each.isUnread() ? Style.BAD : Style.WARNING)
                .wrapped(12)
                .text("expected", Disagreement::expected)
                .wrapped(12)
                .optional("next", each -> each.next().map(words))
                .style(Style.FAINT)
                .wrapped(12)
                .view();
    }
}
