package dev.monsh.testing;

import dev.monsh.dashboard.key.Key;
import dev.monsh.dashboard.state.BoxRow;
import dev.monsh.dashboard.state.Curve;
import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.Fleet;
import dev.monsh.dashboard.state.GroupReading;
import dev.monsh.dashboard.state.History;
import dev.monsh.dashboard.state.LogRate;
import dev.monsh.dashboard.state.LogTarget;
import dev.monsh.dashboard.state.Machine;
import dev.monsh.dashboard.state.ShownLine;
import dev.monsh.dashboard.state.Size;
import dev.monsh.dashboard.update.Event;
import dev.monsh.dashboard.update.Reading;
import dev.monsh.dashboard.update.Step;
import dev.monsh.dashboard.update.Update;
import dev.monsh.dashboard.update.Wish;
import dev.monsh.labels.Labels;
import dev.monsh.logs.Level;
import dev.monsh.metrics.Alert;
import dev.monsh.stack.Health;
import dev.monsh.stack.Service;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.ServiceStatus;
import dev.monsh.stack.status.ServiceReport;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A dashboard that is driven by events, as the loop drives it, with what a box of the process monitor would tell. */
public final class SampleDashboard {

    public static final Instant NOW = Instant.parse("2026-11-22T02:17:25Z");

    private static final String STREAM = "ppl_detection_double_check-stream02";

    private final List<Wish> wishes = new ArrayList<>();
    private Dashboard state;

    private SampleDashboard(Size size) {
        this.state = Dashboard.start(size, NOW, "odk04", List.of("odk04", "aibox-2", "aibox-3"));
    }

    /** Starts one that nothing has answered yet. */
    public static SampleDashboard start(int columns, int rows) {
        return new SampleDashboard(new Size(columns, rows));
    }

    /** Starts one on which every source has answered, and all is well. */
    public static SampleDashboard well(int columns, int rows) {
        SampleDashboard sample = start(columns, rows);
        sample.take(new Event.RatesRead(new Reading.Value<>(rates())));
        sample.take(new Event.GroupsRead(new Reading.Value<>(groups())));
        sample.take(new Event.HistoriesRead(histories()));
        sample.take(new Event.MachineRead(new Reading.Value<>(new Machine(38, gib(5.1), gib(15.6), 71))));
        sample.take(new Event.ServicesRead(new Reading.Value<>(services())));
        sample.take(new Event.AlertsRead(new Reading.Value<>(List.of())));
        sample.take(new Event.CurveRead(new Reading.Value<>(curve(sample))));
        return sample.log(lines());
    }

    /** Starts one that shows several boxes, of which nothing has been heard. */
    public static SampleDashboard fleet(int columns, int rows, String... boxes) {
        SampleDashboard sample = start(columns, rows);
        sample.state = sample.state.withFleet(Fleet.of(List.of(boxes)));
        return sample;
    }

    /** Starts one that shows five boxes: two are well, one has an alert, one a target that is down, one does not answer. */
    public static SampleDashboard fleet(int columns, int rows) {
        SampleDashboard sample =
                fleet(columns, rows, "odk04", "aibox-2", "aibox-3", "site-north-entrance-01", "site-north-entrance-02");
        sample.figures("odk04", 4, 7, 191, gib(5.1), 0, 0).logs("odk04", 244, 0);
        sample.figures("aibox-2", 4, 3, 88, gib(2.4), 1, 1).logs("aibox-2", 61, 4);
        sample.figures("aibox-3", 3, 5, 143, gib(3.7), 0, 0).logs("aibox-3", 1200, 0);
        sample.figures("site-north-entrance-01", 4, 2, 12, gib(0.4), 0, 0).logs("site-north-entrance-01", 12, 0);
        sample.figures("site-north-entrance-02", 4, 2, 14, gib(0.4), 0, 0).logs("site-north-entrance-02", 11, 0);
        sample.after(Duration.ofSeconds(12));
        sample.take(new Event.FleetRead(
                "site-north-entrance-02", new Reading.Failure<>("https://203.0.113.5:9095: no answer within 5s")));
        return sample;
    }

    /** Tells what a box's Prometheus knows: targets that are up, of four; groups, percent of a core, bytes, alerts. */
    public SampleDashboard figures(String box, int up, int groups, double cpu, long memory, int firing, int pending) {
        return take(new Event.FleetRead(
                box,
                new Reading.Value<>(new BoxRow.Figures(
                        Optional.of(state.now().minusSeconds(4)),
                        up,
                        4,
                        groups,
                        groups * 2,
                        OptionalDouble.of(cpu),
                        OptionalLong.of(memory),
                        firing,
                        pending))));
    }

    /** Tells what the services of a box log in a minute. */
    public SampleDashboard logs(String box, double lines, double errors) {
        return take(new Event.FleetLogsRead(box, new Reading.Value<>(new LogRate(lines, errors))));
    }

    /** Starts one that shows off: seven groups, one of which was restarted, an error and an alert. */
    public static SampleDashboard busy(int columns, int rows) {
        SampleDashboard sample = well(columns, rows).after(Duration.ofSeconds(3));
        List<GroupReading> groups = new ArrayList<>(groups());
        groups.add(group("ppl_detection_double_check-stream04", 1, 54, 1104, 24, 198, Duration.ofHours(76), 0));
        groups.add(group("checkdoor_ai_agent-stream06", 2, 23, 455, 18, 101, Duration.ofMinutes(3), 2));
        groups.add(group("stream-recorder", 4, 38, 722, 12, 77, Duration.ofDays(9), 0));
        Map<String, History> histories = new HashMap<>(histories());
        for (int of = 0; of < groups.size(); of++) {
            double mean = groups.get(of).cpuPercent().orElse(0);
            History history = History.empty();
            for (int i = 0; i < 60; i++) {
                double wave = Math.sin((i + of * 17) / (4.0 + of));
                history = history.with(NOW.toEpochMilli() - (60 - i) * 5000L, mean * (0.8 + 0.3 * wave));
            }
            histories.put(groups.get(of).name(), history);
        }
        return sample.take(new Event.HistoriesRead(histories))
                .take(new Event.GroupsRead(new Reading.Value<>(groups)))
                .take(new Event.AlertsRead(
                        new Reading.Value<>(List.of(alert("DiskAlmostFull", "firing", "/dev/sda1 91 %")))));
    }

    /** Takes an event in; what it makes the update wish for is kept. */
    public SampleDashboard take(Event event) {
        Step step = Update.apply(state, event);
        state = step.state();
        wishes.addAll(step.wishes());
        return this;
    }

    /** Presses keys: letters, and {@code <Esc>}, {@code <Enter>}, {@code <Tab>} by their names. */
    public SampleDashboard press(String keys) {
        for (int i = 0; i < keys.length(); i++) {
            if (keys.charAt(i) == '<' && keys.indexOf('>', i) > i + 1) {
                int end = keys.indexOf('>', i);
                press(named(keys.substring(i + 1, end)));
                i = end;
            } else {
                press(Key.of(keys.charAt(i)));
            }
        }
        return this;
    }

    public SampleDashboard press(Key key) {
        return take(new Event.Pressed(key));
    }

    private static Key named(String name) {
        return switch (name) {
            case "Esc" -> Key.of(Key.Kind.ESCAPE);
            case "Enter" -> Key.of(Key.Kind.ENTER);
            case "Tab" -> Key.of(Key.Kind.TAB);
            case "Backspace" -> Key.of(Key.Kind.BACKSPACE);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Lets time pass. */
    public SampleDashboard after(Duration time) {
        return take(new Event.Tick(state.now().plus(time)));
    }

    /** Hands on lines of what is followed. */
    public SampleDashboard log(List<ShownLine> lines) {
        LogTarget target = state.latest().log().target();
        take(new Event.LogSourceTold(target, "Loki", Optional.empty()));
        return take(new Event.LinesCame(target, lines));
    }

    public Dashboard state() {
        return state;
    }

    /** Returns what was wished for, the first first. */
    public List<Wish> wishes() {
        return wishes;
    }

    private static long gib(double count) {
        return Math.round(count * 1024 * 1024 * 1024);
    }

    /** Returns the groups of a box with two detectors and an agent. */
    public static List<GroupReading> groups() {
        return List.of(
                group("checkdoor_ai_agent-stream05", 2, 11, 410, 18, 96, Duration.ofMinutes(12), 0),
                group("ppl_detection_double_check-stream03", 1, 88, 1229, 24, 209, Duration.ofHours(76), 0),
                group(STREAM, 1, 92, 1229, 24, 212, Duration.ofHours(76), 0),
                group(GroupReading.UNGROUPED, 212, 3.2, 1843, 391, 0, Duration.ofDays(30), 0));
    }

    /** Returns a group of its own numbers: percent of a core, MiB, threads, open files. */
    public static GroupReading group(
            String name,
            int processes,
            double cpu,
            long mebibytes,
            int threads,
            int files,
            Duration age,
            int restarts) {
        return new GroupReading(
                name,
                processes,
                OptionalDouble.of(cpu),
                OptionalLong.of(mebibytes * 1024 * 1024),
                OptionalInt.of(threads),
                files == 0 ? OptionalInt.empty() : OptionalInt.of(files),
                OptionalDouble.of(files / 1024.0),
                Optional.of(NOW.minus(age)),
                restarts,
                processes == 0 ? List.of() : List.of(4711),
                List.of(),
                true);
    }

    private static Map<String, LogRate> rates() {
        return Map.of(
                "ppl_detection_double_check", new LogRate(118, 2), "checkdoor_ai_agent_stream05", new LogRate(6, 0));
    }

    private static Map<String, History> histories() {
        History history = History.empty();
        for (int i = 0; i < 60; i++) {
            history = history.with(NOW.toEpochMilli() - (60 - i) * 5000L, 60 + 30 * Math.sin(i / 6.0));
        }
        return Map.of(STREAM, history);
    }

    private static Curve curve(SampleDashboard sample) {
        int points = 90;
        long[] millis = new long[points];
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            millis[i] = NOW.toEpochMilli() - (points - 1 - i) * 10_000L;
            values[i] = i < 30 ? 50 : 75 + 20 * Math.sin(i / 9.0);
        }
        return new Curve(
                new dev.monsh.dashboard.state.Plot(
                        sample.state().choices().group(),
                        sample.state().choices().measure(),
                        sample.state().choices().span()),
                millis,
                values,
                "Prometheus");
    }

    /** Returns the four servers, all ready. */
    public static List<ServiceReport> services() {
        return List.of(
                service("prometheus", Service.PROMETHEUS, ServiceState.RUNNING, true, 9090),
                service("loki", Service.LOKI, ServiceState.RUNNING, true, 3100),
                service("promtail", Service.PROMTAIL, ServiceState.RUNNING, true, 9080),
                service("process_exporter", Service.PROCESS_EXPORTER, ServiceState.RUNNING, true, 9256));
    }

    /** Returns a service that was started nine days ago. */
    public static ServiceReport service(String name, Service kind, ServiceState state, boolean ready, int port) {
        ServiceStatus status = new ServiceStatus(
                name,
                state,
                Health.NONE,
                ready,
                List.of(port),
                Optional.of(NOW.minus(Duration.ofDays(9))),
                "image",
                Optional.of(URI.create("http://127.0.0.1:" + port + "/ready")),
                0,
                Optional.empty(),
                Optional.empty());
        return new ServiceReport(
                status,
                Optional.of(kind),
                Optional.of("3.6.0"),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    /** Returns an alert that has been so for five minutes. */
    public static Alert alert(String name, String how, String summary) {
        return new Alert(
                name,
                how,
                NOW.minus(Duration.ofMinutes(5)).toString(),
                "1",
                Labels.of(Map.of("alertname", name)),
                Labels.of(Map.of("summary", summary)));
    }

    /** Returns forty lines of a detector, with a warning and an error among them. */
    public static List<ShownLine> lines() {
        List<ShownLine> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long millis = NOW.toEpochMilli() - (40 - i) * 500L;
            String text = "frame " + (11380 + i) + ": " + i % 4 + " objects, " + (20 + i % 9) + " ms";
            Optional<Level> level = Optional.empty();
            if (i == 30) {
                text = "WARNING frame " + (11380 + i) + " came 92 ms late";
                level = Optional.of(Level.WARN);
            } else if (i == 38) {
                text = "ERROR rtsp: read timeout on cam3, reconnecting";
                level = Optional.of(Level.ERROR);
            }
            lines.add(ShownLine.of(millis, text, level));
        }
        return lines;
    }
}
