package dev.monsh.view.box;

import dev.monsh.across.drift.Disagreement;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
import dev.monsh.view.ResultView;

/** How the things that do not agree look. */
public final class DisagreementView {

    private DisagreementView() {}

    /** Returns the view of {@code drift}. */
    public static ResultView<Disagreement> of() {
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
                .optional("next", Disagreement::next)
                .style(Style.FAINT)
                .wrapped(12)
                .view();
    }
}
