package dev.monsh.dashboard.update;

import dev.monsh.dashboard.state.Dashboard;
import java.time.Duration;
import java.util.Optional;

/** Sentences in the last line. */
final class Notices {

    private static final Duration SHOWN = Duration.ofSeconds(4);

    private Notices() {}

    static Dashboard say(Dashboard state, String text) {
        return with(state, text, false);
    }

    static Dashboard warn(Dashboard state, String text) {
        return with(state, text, true);
    }

    private static Dashboard with(Dashboard state, String text, boolean bad) {
        return state.withNotice(
                Optional.of(new Dashboard.Notice(text, bad, state.now().plus(SHOWN))));
    }
}
