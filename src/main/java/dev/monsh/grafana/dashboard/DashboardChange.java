package dev.monsh.grafana.dashboard;

import dev.monsh.edit.UnifiedDiff;
import dev.monsh.grafana.Dashboard;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A dashboard of monsh beside the one that Grafana has.
 *
 * @param found empty where Grafana has none
 */
public record DashboardChange(MonshDashboard wanted, Optional<Dashboard> found) {

    /** How the two compare. */
    public enum State {
        MISSING,
        SAME,
        DIFFERENT;

        /** Returns the word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State state() {
        if (found.isEmpty()) {
            return State.MISSING;
        }
        return before().equals(after()) ? State.SAME : State.DIFFERENT;
    }

    /** Returns what {@code diff -u} prints, from Grafana's to ours; empty where they are the same. */
    public byte[] diff() {
        return UnifiedDiff.between(bytes(before()), bytes(after()))
                .bytes("grafana/" + wanted.uid(), "monsh/" + wanted.uid());
    }

    private String before() {
        return found.map(each -> DashboardText.of(each.model())).orElse("");
    }

    private String after() {
        return DashboardText.of(wanted.model());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
