package dev.monsh.dashboard.frame;

import dev.monsh.dashboard.layout.Rows;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Pane;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.ServiceStatus;
import dev.monsh.stack.status.ServiceReport;
import dev.monsh.terminal.Sanitizer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The services of the stack: a dot each in the first line, a row each in their pane. */
final class ServicesView {

    private final Look look;

    ServicesView(Look look) {
        this.look = look;
    }

    void paint(Pen pen, Dashboard state) {
        List<ServiceReport> services = state.data().services().or(List.of());
        boolean focused = state.choices().focus() == Pane.SERVICES;
        new TitleLine("Services", focused)
                .with(services.isEmpty() ? "" : Integer.toString(services.size()), Ink.PLAIN)
                .health(state.data().services(), state.now())
                .right(focused ? "r restart" : "", Ink.DIM)
                .paint(pen, look);
        Pen body = pen.below(1);
        if (state.data().services().isWaiting()) {
            body.write(3, 0, "asking the engine " + Spinner.at(state.now()), Ink.DIM);
        }
        boolean stale = state.data().services().failure().isPresent();
        int rows = body.height();
        int selected = selected(services, state.choices().service());
        int first = Rows.first(selected, services.size(), rows);
        for (int row = 0; row < rows && first + row < services.size(); row++) {
            boolean chosen = focused && first + row == selected;
            row(body, row, services.get(first + row), chosen, stale, state);
        }
    }

    private void row(Pen body, int y, ServiceReport report, boolean chosen, boolean stale, Dashboard state) {
        ServiceStatus status = report.status();
        if (chosen) {
            body.write(1, y, look.marker(), Ink.ACCENT);
        }
        Ink plain = stale ? Ink.DIM : chosen ? Ink.STRONG : Ink.PLAIN;
        body.write(3, y, dot(report), stale ? Ink.DIM : ink(report));
        body.left(5, y, 18, Sanitizer.visible(status.service()), plain, look);
        body.left(24, y, 10, word(status), stale ? Ink.DIM : report.isWell() ? plain : ink(report), look);
        String age = status.since()
                .map(since -> Units.age(Duration.between(since, state.now())))
                .orElse("");
        body.right(42, y, age, plain);
        String ports = status.ports().stream().map(port -> ":" + port).collect(Collectors.joining(" "));
        body.left(44, y, 12, ports, stale ? Ink.DIM : Ink.PLAIN, look);
        int x = 57;
        if (status.restarts() > 0) {
            String times = status.restarts() == 1 ? " restart" : " restarts";
            x = body.write(x, y, status.restarts() + times, Ink.WARNING) + 2;
        }
        if (body.width() >= x + 18) {
            report.version().ifPresent(version -> body.write(body.width() - 10, y, version, Ink.DIM));
        }
    }

    /** Returns one word: ready, or what keeps it from being that. */
    static String word(ServiceStatus status) {
        if (status.ready()) {
            return "ready";
        }
        String exit = status.exitCode().map(code -> " (" + code + ")").orElse("");
        return status.state() == ServiceState.RUNNING
                ? "not ready"
                : status.state().word() + exit;
    }

    String dot(ServiceReport report) {
        return switch (ink(report)) {
            case GOOD -> look.well();
            case WARNING -> look.soon();
            case BAD -> look.wrong();
            default -> look.unicode() ? "·" : ".";
        };
    }

    static Ink ink(ServiceReport report) {
        ServiceStatus status = report.status();
        if (status.state() == ServiceState.ABSENT) {
            return Ink.DIM;
        }
        if (status.ready()) {
            return Ink.GOOD;
        }
        boolean onItsWay = status.state() == ServiceState.STARTING || status.state() == ServiceState.RESTARTING;
        return onItsWay ? Ink.WARNING : Ink.BAD;
    }

    private static int selected(List<ServiceReport> services, String name) {
        for (int i = 0; i < services.size(); i++) {
            if (services.get(i).status().service().equals(name)) {
                return i;
            }
        }
        return services.isEmpty() ? -1 : 0;
    }
}
