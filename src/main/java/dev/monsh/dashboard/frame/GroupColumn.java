package dev.monsh.dashboard.frame;

import dev.monsh.dashboard.state.Dashboard;
import dev.monsh.dashboard.state.GroupReading;
import dev.monsh.dashboard.state.History;
import dev.monsh.dashboard.state.LogRate;
import java.time.Duration;
import java.util.Optional;

/** The columns of the groups after their names, in their order. All have a fixed width, so that none ever jumps. */
enum GroupColumn {
    PROCESSES("procs", 5, 70),
    CPU("cpu", 6, 100),
    HISTORY("5 min", 10, 25),
    MEMORY("mem", 8, 90),
    THREADS("thr", 5, 20),
    FILES("files", 6, 10),
    UPTIME("up", 7, 40),
    RESTARTS("restarts", 8, 5),
    LINES("log/m", 5, 85),
    ERRORS("err/m", 5, 88);

    private static final double FILES_SOON = 0.8;
    private static final double FILES_WRONG = 0.95;

    private final String header;
    private final int width;
    private final int worth;

    GroupColumn(String header, int width, int worth) {
        this.header = header;
        this.width = width;
        this.worth = worth;
    }

    String header() {
        return header;
    }

    int width() {
        return width;
    }

    /** Returns how much it is missed in a narrow window; the least worth leave first. */
    int worth() {
        return worth;
    }

    /** A number and its look. */
    record Value(String text, Ink ink) {}

    /** Returns what the column shows of a group; {@code width} is that of the sparkline, which alone can grow. */
    Value value(GroupReading group, Dashboard state, Look look, int columns) {
        if (group.processes() == 0 && isOfProcesses()) {
            return plain("");
        }
        Optional<LogRate> rate = state.data().rate(group);
        return switch (this) {
            case PROCESSES -> new Value(Units.count(group.processes()), group.processes() == 0 ? Ink.BAD : Ink.PLAIN);
            case CPU ->
                plain(
                        group.cpuPercent().isPresent()
                                ? Units.percent(group.cpuPercent().getAsDouble())
                                : "");
            case HISTORY -> new Value(history(group, state, look, columns), Ink.ACCENT);
            case MEMORY ->
                plain(
                        group.memoryBytes().isPresent()
                                ? Units.bytes((double) group.memoryBytes().getAsLong())
                                : "");
            case THREADS ->
                plain(group.threads().isPresent() ? Units.count(group.threads().getAsInt()) : "");
            case FILES -> files(group);
            case UPTIME ->
                new Value(
                        group.isUngrouped()
                                ? ""
                                : group.since()
                                        .map(since -> Units.age(Duration.between(since, state.now())))
                                        .orElse(""),
                        // the column of the restarts itself is the first to leave
                        group.restarts() > 0 ? Ink.WARNING : Ink.PLAIN);
            case RESTARTS -> new Value(group.restarts() == 0 ? "" : Units.count(group.restarts()), Ink.WARNING);
            case LINES -> plain(rate.map(each -> Units.count(each.lines())).orElse(""));
            case ERRORS ->
                new Value(
                        rate.filter(each -> each.errors() >= 0.5)
                                .map(each -> Units.count(each.errors()))
                                .orElse(""),
                        Ink.BAD);
        };
    }

    /** Whether there is nothing to tell once the last process has gone. */
    private boolean isOfProcesses() {
        return switch (this) {
            case CPU, MEMORY, THREADS, FILES, UPTIME -> true;
            case PROCESSES, HISTORY, RESTARTS, LINES, ERRORS -> false;
        };
    }

    private static String history(GroupReading group, Dashboard state, Look look, int columns) {
        History history = state.data().histories().getOrDefault(group.name(), History.empty());
        // a few percent of a core are no mountain
        return new Sparkline(look).of(history, state.now(), columns, 20);
    }

    private static Value files(GroupReading group) {
        if (group.openFiles().isEmpty()) {
            return plain("");
        }
        double full = group.fullestFiles().orElse(0);
        Ink ink = full >= FILES_WRONG ? Ink.BAD : full >= FILES_SOON ? Ink.WARNING : Ink.PLAIN;
        return new Value(Units.count(group.openFiles().getAsInt()), ink);
    }

    static Value plain(String text) {
        return new Value(text, Ink.PLAIN);
    }
}
