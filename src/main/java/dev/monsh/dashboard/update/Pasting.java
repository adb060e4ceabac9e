package dev.monsh.dashboard.update;

import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Overlay;

/** What a pasted text does: it is text of a line that is being typed, and never keys. */
final class Pasting {

    /** No line that makes sense is longer. */
    private static final int LONGEST = 4096;

    private Pasting() {}

    static Dashboard into(Dashboard state, String pasted) {
        if (!(state.overlay() instanceof Overlay.Typing typing)) {
            return Notices.warn(state, "paste ignored; press : to enter a command");
        }
        String text = pasted.replaceAll("\\R|\t", " ").replaceAll("\\p{Cntrl}", "");
        int room = Math.max(0, LONGEST - typing.text().length());
        return OverlayKeys.changed(
                state, typing.of(typing.text() + (text.length() > room ? text.substring(0, room) : text)));
    }
}
