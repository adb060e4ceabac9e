package dev.monsh.dashboard.frame;

import dev.monsh.dashboard.state.BoxRow;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Machine;
import dev.monsh.metrics.Alert;
import dev.monsh.stack.status.ServiceReport;
import dev.monsh.terminal.Sanitizer;
import dev.monsh.terminal.TextWidth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/** The first line: which box it is, and in one glance whether it is well. */
final class HeaderLine {

    private static final double SOON = 85;
    private static final double WRONG = 95;

    private final Look look;
    private final DateTimeFormatter clock;

    HeaderLine(Look look) {
        this.look = look;
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(look.zone());
    }

    private record Part(String text, Ink ink) {}

    void paint(Pen pen, Dashboard state) {
        if (state.fleet().shown()) {
            fleet(pen, state);
            return;
        }
        List<Part> right = right(state, pen.width() >= 100);
        int x = pen.write(1, 0, Sanitizer.visible(state.box()) + " " + look.more(), Ink.TITLE) + 2;
        int start = x;
        paint(pen, right, end -> services(pen, start, end, state));
    }

    /** How many boxes are well, and how many are not. */
    private void fleet(Pen pen, Dashboard state) {
        List<BoxRow> rows = state.fleet().frozen().orElse(state.fleet().rows());
        List<Part> right = new ArrayList<>();
        alerts(
                right,
                rows.stream()
                        .mapToLong(row -> row.figures()
                                .value()
                                .map(BoxRow.Figures::firing)
                                .orElse(0))
                        .sum());
        if (state.isPaused()) {
            right.add(new Part("paused", Ink.WARNING));
        }
        right.add(new Part(clock.format(state.now()), Ink.PLAIN));
        int start = pen.write(1, 0, "all boxes", Ink.TITLE) + 2;
        paint(pen, right, _ -> health(pen, start, rows));
    }

    private int health(Pen pen, int start, List<BoxRow> rows) {
        long down =
                rows.stream().filter(row -> row.health() == BoxRow.Health.DOWN).count();
        long asking = rows.stream()
                .filter(row -> row.health() == BoxRow.Health.ASKING)
                .count();
        int x = pen.write(start, 0, look.well() + " ", Ink.GOOD);
        x = pen.write(x, 0, rows.size() - down - asking + " up", Ink.PLAIN) + 2;
        return down == 0 ? x : pen.write(x, 0, look.wrong() + " " + down + " down", Ink.BAD) + 2;
    }

    /** Paints what belongs to the left, and what of the right end there is still room for. */
    private static void paint(Pen pen, List<Part> right, IntUnaryOperator left) {
        int rightWidth =
                right.stream().mapToInt(part -> TextWidth.of(part.text()) + 3).sum();
        int x = left.applyAsInt(pen.width() - rightWidth);
        int at = pen.width() - rightWidth + 2;
        while (!right.isEmpty() && at < x) {
            at += TextWidth.of(right.removeFirst().text()) + 3;
        }
        for (Part part : right) {
            at = pen.write(at, 0, part.text(), part.ink()) + 3;
        }
    }

    private int services(Pen pen, int start, int end, Dashboard state) {
        List<ServiceReport> services = state.data().services().or(List.of());
        ServicesView view = new ServicesView(look);
        boolean named = start
                        + services.stream()
                                .mapToInt(report -> TextWidth.of(name(report)) + 4)
                                .sum()
                <= end;
        int x = start;
        for (ServiceReport report : services) {
            x = pen.write(x, 0, view.dot(report), ServicesView.ink(report)) + 1;
            if (named) {
                x = pen.write(x, 0, name(report), report.isWell() ? Ink.PLAIN : ServicesView.ink(report)) + 2;
            }
        }
        return x;
    }

    /** What comes before it says nothing here: process-exporter is the exporter. */
    private static String name(ServiceReport report) {
        return Sanitizer.visible(report.status().service()).replaceFirst("^process[-_]", "");
    }

    private List<Part> right(Dashboard state, boolean roomy) {
        List<Part> parts = new ArrayList<>();
        state.data().machine().value().ifPresent(machine -> machine(parts, machine, roomy));
        long firing = state.data().alerts().or(List.of()).stream()
                .map(Alert::state)
                .filter("firing"::equals)
                .count();
        alerts(parts, firing);
        if (state.data().alerts().failure().isPresent()) {
            // the pane that says why has no room on a small screen
            parts.add(new Part("alerts unknown", Ink.WARNING));
        }
        if (state.isPaused()) {
            long behind = state.latest().log().taken() - state.data().log().taken();
            parts.add(new Part(behind > 0 ? "paused, " + behind + " lines kept" : "paused", Ink.WARNING));
        }
        parts.add(new Part(clock.format(state.now()), Ink.PLAIN));
        return parts;
    }

    private static void alerts(List<Part> parts, long firing) {
        if (firing > 0) {
            parts.add(new Part("! " + firing + (firing == 1 ? " alert" : " alerts"), Ink.BAD));
        }
    }

    private static void machine(List<Part> parts, Machine machine, boolean roomy) {
        double memory = machine.memoryUsed() * 100.0 / Math.max(1, machine.memoryTotal());
        parts.add(new Part("cpu " + Units.percent(machine.cpuPercent()), Ink.PLAIN));
        String used = roomy
                ? Units.bytesOf((double) machine.memoryUsed(), (double) machine.memoryTotal())
                : Units.percent(memory);
        parts.add(new Part("mem " + used, ink(memory)));
        parts.add(new Part("disk " + Units.percent(machine.diskPercent()), ink(machine.diskPercent())));
    }

    private static Ink ink(double percent) {
        return percent >= WRONG ? Ink.BAD : percent >= SOON ? Ink.WARNING : Ink.PLAIN;
    }
}
