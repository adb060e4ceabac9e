package dev.monsh.dashboard.frame;

import dev.monsh.dashboard.key.HelpRow;
import dev.monsh.dashboard.layout.Rows;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Overlay;
import dev.monsh.terminal.Sanitizer;
import java.util.List;

/** What lies over the panes. */
final class OverlayView {

    private final Look look;

    OverlayView(Look look) {
        this.look = look;
    }

    /** Paints the overlay over the whole pen; returns whether there is one that hides the panes. */
    boolean paint(Pen pen, Dashboard state) {
        switch (state.overlay()) {
            case Overlay.Help help -> help(pen, help);
            case Overlay.Text text -> text(pen, text, state);
            case Overlay.Boxes boxes -> boxes(pen, boxes, state);
            case Overlay.Closed _, Overlay.Typing _, Overlay.Question _ -> {
                return false;
            }
        }
        return true;
    }

    private void help(Pen pen, Overlay.Help help) {
        List<HelpRow> all = HelpRow.of(pen.width());
        Pen body = pen.below(1);
        int first = Math.clamp(help.scroll(), 0, Math.max(0, all.size() - body.height()));
        int last = Math.min(all.size(), first + body.height());
        String place = all.size() > body.height() ? (first + 1) + look.to() + last + " of " + all.size() : "";
        new TitleLine("Keys", true)
                .right("the words are those of the commands; : runs any", Ink.DIM)
                .right(place, Ink.DIM)
                .paint(pen, look);
        for (int row = first; row < last; row++) {
            HelpRow each = all.get(row);
            body.left(3, row - first, HelpRow.TEXT_AT - 4, look.key(each.keys()), Ink.ACCENT, look);
            body.left(HelpRow.TEXT_AT, row - first, body.width() - HelpRow.TEXT_AT, each.text(), Ink.PLAIN, look);
        }
    }

    private void text(Pen pen, Overlay.Text text, Dashboard state) {
        TitleLine title = new TitleLine(Sanitizer.visible(text.title()), true);
        Pen body = pen.below(1);
        int first = text.first(body.height());
        int last = Math.min(text.lines().size(), first + body.height());
        if (text.lines().size() > body.height()) {
            long before = text.dropped();
            title.right(
                    (before + first + 1) + look.to() + (before + last) + " of "
                            + (before + text.lines().size()),
                    Ink.DIM);
        }
        switch (text.run()) {
            case RUNNING -> title.with(Spinner.at(state.now()), Ink.ACCENT);
            case STOPPED -> title.with("stopped", Ink.DIM);
            case ENDED -> {
                // its output is all there is to say
            }
        }
        title.paint(pen, look);
        for (int row = first; row < last; row++) {
            body.left(1, row - first, body.width() - 2, text.lines().get(row), Ink.PLAIN, look);
        }
    }

    private void boxes(Pen pen, Overlay.Boxes boxes, Dashboard state) {
        new TitleLine("Boxes", true).right("Enter switches", Ink.DIM).paint(pen, look);
        Pen body = pen.below(1);
        int first = Rows.first(boxes.selected(), boxes.names().size(), body.height());
        for (int row = 0; row < body.height() && first + row < boxes.names().size(); row++) {
            String name = boxes.names().get(first + row);
            boolean chosen = first + row == boxes.selected();
            if (chosen) {
                body.write(1, row, look.marker(), Ink.ACCENT);
            }
            String shown = Sanitizer.visible(name) + (name.equals(state.box()) ? "  (shown now)" : "");
            body.left(3, row, body.width() - 4, shown, chosen ? Ink.STRONG : Ink.PLAIN, look);
        }
    }
}
