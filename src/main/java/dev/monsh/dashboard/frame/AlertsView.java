package dev.monsh.dashboard.frame;

import dev.monsh.dashboard.layout.Rows;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Pane;
import dev.monsh.metrics.Alert;
import dev.monsh.terminal.Sanitizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;

/** The alerts that are pending or firing, those that fire first. */
final class AlertsView {

    private static final String FIRING = "firing";

    private final Look look;

    AlertsView(Look look) {
        this.look = look;
    }

    void paint(Pen pen, Dashboard state) {
        List<Alert> alerts = sorted(state.data().alerts().or(List.of()));
        boolean focused = state.choices().focus() == Pane.ALERTS;
        long firing = alerts.stream().filter(AlertsView::isFiring).count();
        new TitleLine("Alerts", focused)
                .with(alerts.isEmpty() ? "" : Integer.toString(alerts.size()), firing > 0 ? Ink.BAD : Ink.WARNING)
                .health(state.data().alerts(), state.now())
                .paint(pen, look);
        Pen body = pen.below(1);
        if (alerts.isEmpty()) {
            boolean known = state.data().alerts().value().isPresent();
            body.write(3, 0, known ? "none" : "", Ink.DIM);
            return;
        }
        boolean stale = state.data().alerts().failure().isPresent();
        int selected = Math.clamp(state.choices().alert(), 0, alerts.size() - 1);
        int first = Rows.first(selected, alerts.size(), body.height());
        for (int row = 0; row < body.height() && first + row < alerts.size(); row++) {
            boolean chosen = focused && first + row == selected;
            row(body, row, alerts.get(first + row), chosen, stale, state.now());
        }
    }

    private void row(Pen body, int y, Alert alert, boolean chosen, boolean stale, Instant now) {
        Ink ink = stale ? Ink.DIM : isFiring(alert) ? Ink.BAD : Ink.WARNING;
        if (chosen) {
            body.write(1, y, look.marker(), Ink.ACCENT);
        }
        body.write(3, y, isFiring(alert) ? "!" : "?", ink);
        int x = body.write(5, y, Sanitizer.visible(alert.name()), chosen ? Ink.STRONG : Ink.PLAIN) + 2;
        x = body.write(x, y, alert.state() + age(alert, now), ink) + 2;
        body.left(x, y, body.width() - x, Sanitizer.visible(what(alert)), Ink.DIM, look);
    }

    private static String age(Alert alert, Instant now) {
        try {
            Instant since = OffsetDateTime.parse(alert.activeAt()).toInstant();
            return " " + Units.age(Duration.between(since, now));
        } catch (DateTimeException e) {
            return "";
        }
    }

    /** Returns what the rule's author has written for people, or else the labels that tell which one it is. */
    private static String what(Alert alert) {
        String summary = alert.annotations().values().getOrDefault("summary", "");
        if (!summary.isEmpty()) {
            return summary;
        }
        StringBuilder labels = new StringBuilder();
        alert.labels().values().forEach((name, value) -> {
            if (!name.equals("alertname") && !name.equals("severity")) {
                labels.append(labels.isEmpty() ? "" : " ").append(value);
            }
        });
        return labels.toString();
    }

    private static boolean isFiring(Alert alert) {
        return alert.state().equals(FIRING);
    }

    private static List<Alert> sorted(List<Alert> alerts) {
        return alerts.stream()
                .sorted(Comparator.comparing(AlertsView::isFiring).reversed().thenComparing(Alert::name))
                .toList();
    }
}
