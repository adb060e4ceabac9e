package dev.monsh.dashboard.update;

import dev.monsh.dashboard.key.Key;
import dev.monsh.dashboard.state.BoxRow;
import dev.monsh.dashboard.state.Curve;
import dev.monsh.dashboard.state.GroupReading;
import dev.monsh.dashboard.state.History;
import dev.monsh.dashboard.state.LogRate;
import dev.monsh.dashboard.state.LogTarget;
import dev.monsh.dashboard.state.Machine;
import dev.monsh.dashboard.state.ShownLine;
import dev.monsh.dashboard.state.Size;
import dev.monsh.metrics.Alert;
import dev.monsh.stack.status.ServiceReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something that happens: time, the person, a source. */
public sealed interface Event {

    /** Time passes. */
    record Tick(Instant now) implements Event {}

    /** The window has another size. */
    record Resized(Size size) implements Event {}

    /** A key was pressed. */
    record Pressed(Key key) implements Event {}

    /** A mouse button was pressed on a cell. */
    record Clicked(int column, int row) implements Event {}

    /** The wheel was turned over a cell; steps count downwards. */
    record Wheeled(int column, int row, int steps) implements Event {}

    record GroupsRead(Reading<List<GroupReading>> groups) implements Event {}

    record MachineRead(Reading<Machine> machine) implements Event {}

    record ServicesRead(Reading<List<ServiceReport>> services) implements Event {}

    record AlertsRead(Reading<List<Alert>> alerts) implements Event {}

    record RatesRead(Reading<Map<String, LogRate>> rates) implements Event {}

    record CurveRead(Reading<Curve> curve) implements Event {}

    /** What Prometheus has of the minutes before the start. */
    record HistoriesRead(Map<String, History> histories) implements Event {}

    /** Lines of what is followed, in order. */
    record LinesCame(LogTarget target, List<ShownLine> lines) implements Event {}

    /** Where the lines come from, and what is wrong there. */
    record LogSourceTold(LogTarget target, String origin, Optional<String> trouble) implements Event {}

    /** What a box's Prometheus knows of it, while all boxes are shown. */
    record FleetRead(String box, Reading<BoxRow.Figures> figures) implements Event {}

    /** What all services of a box log, while all boxes are shown. */
    record FleetLogsRead(String box, Reading<LogRate> logs) implements Event {}

    /** A line that was typed starts or ends something, which the person is to agree to first. */
    record CommandAsks(String command, String question) implements Event {}

    /** A text was pasted into the terminal. */
    record Pasted(String text) implements Event {}

    /** A command that still runs has written these lines. */
    record CommandWrote(String title, List<String> lines) implements Event {}

    /** A command that still runs begins its screen again. */
    record CommandCleared(String title) implements Event {}

    /** A command has ended; all that it wrote has been told before. */
    record CommandEnded(String title) implements Event {}

    /** What can stand at the end of a line that is being typed. */
    record Completed(String line, String longer, List<String> candidates) implements Event {}
}
