package dev.monsh.view.box;

import static dev.monsh.terminal.Table.cell;

import dev.monsh.across.drift.Disagreement;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.Table;
import dev.monsh.view.ResultView;
import java.util.List;

/** How the things that do not agree look. */
public final class DisagreementView {

    private DisagreementView() {}

    /** Returns the view of {@code drift}. */
    public static ResultView<Disagreement> of() {
        return new ResultView<>(
                () -> Table.builder()
                        .left("place")
                        .cut("subject", 12)
                        .cut("found", 16)
                        .cut("expected", 16)
                        .cut("next", 12)
                        .worth(1),
                each -> List.of(
                        cell(each.place(), Style.ACCENT),
                        cell(each.subject(), Style.PLAIN),
                        cell(each.found(), each.isUnread() ? Style.BAD : Style.WARNING),
                        cell(each.expected(), Style.PLAIN),
                        cell(each.next().orElse(""), Style.FAINT)),
                (json, each) -> {
                    json.beginObject()
                            .member("place", each.place())
                            .member("subject", each.subject())
                            .member("found", each.found())
                            .member("expected", each.expected())
                            .name("next");
                    each.next().ifPresentOrElse(json::value, json::nullValue);
                    json.endObject();
                });
    }
}
