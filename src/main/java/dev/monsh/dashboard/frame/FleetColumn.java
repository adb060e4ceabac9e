package dev.monsh.dashboard.frame;

import dev.monsh.dashboard.state.BoxRow;
import dev.monsh.dashboard.state.LogRate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The columns of the boxes after their names, in their order. All have a fixed width, so that none ever jumps. */
enum FleetColumn {
    STATE("state", 6, 95),
    SCRAPED("scraped", 7, 80),
    TARGETS("targets", 7, 30),
    GROUPS("groups", 6, 60),
    PROCESSES("procs", 5, 20),
    CPU("cpu", 6, 85),
    MEMORY("mem", 8, 75),
    LINES("log/m", 5, 40),
    ERRORS("err/m", 5, 82),
    ALERTS("alerts", 6, 90);

    private static final Duration LATE = Duration.ofMinutes(2);

    private final String header;
    private final int width;
    private final int worth;

    FleetColumn(String header, int width, int worth) {
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

    /** Returns what the column shows of a box. */
    GroupColumn.Value value(BoxRow row, Instant now) {
        Optional<BoxRow.Figures> figures = row.figures().value();
        Optional<LogRate> logs = row.logs().value();
        return switch (this) {
            case STATE -> state(row);
            case SCRAPED -> figures.map(each -> scraped(each, now)).orElse(GroupColumn.plain(""));
            case TARGETS -> figures.map(FleetColumn::targets).orElse(GroupColumn.plain(""));
            case GROUPS ->
                GroupColumn.plain(
                        figures.map(each -> Units.count(each.groups())).orElse(""));
            case PROCESSES ->
                GroupColumn.plain(
                        figures.map(each -> Units.count(each.processes())).orElse(""));
            case CPU ->
                GroupColumn.plain(figures.filter(each -> each.cpuPercent().isPresent())
                        .map(each -> Units.percent(each.cpuPercent().getAsDouble()))
                        .orElse(""));
            case MEMORY ->
                GroupColumn.plain(figures.filter(each -> each.memoryBytes().isPresent())
                        .map(each -> Units.bytes((double) each.memoryBytes().getAsLong()))
                        .orElse(""));
            case LINES ->
                GroupColumn.plain(logs.map(each -> Units.count(each.lines())).orElse(""));
            case ERRORS ->
                new GroupColumn.Value(
                        logs.filter(each -> each.errors() >= 0.5)
                                .map(each -> Units.count(each.errors()))
                                .orElse(""),
                        Ink.BAD);
            case ALERTS -> figures.map(FleetColumn::alerts).orElse(GroupColumn.plain(""));
        };
    }

    private static GroupColumn.Value state(BoxRow row) {
        return switch (row.health()) {
            case DOWN -> new GroupColumn.Value("down", Ink.BAD);
            case ASKING -> new GroupColumn.Value("asking", Ink.DIM);
            case ALERTING, IMPAIRED, WELL -> GroupColumn.plain("up");
        };
    }

    private static GroupColumn.Value scraped(BoxRow.Figures figures, Instant now) {
        if (figures.scraped().isEmpty()) {
            return new GroupColumn.Value("never", Ink.WARNING);
        }
        Duration age = Duration.between(figures.scraped().get(), now);
        return new GroupColumn.Value(Units.age(age), age.compareTo(LATE) > 0 ? Ink.WARNING : Ink.PLAIN);
    }

    private static GroupColumn.Value targets(BoxRow.Figures figures) {
        return new GroupColumn.Value(
                figures.targetsUp() + "/" + figures.targets(), figures.targetsDown() > 0 ? Ink.WARNING : Ink.PLAIN);
    }

    private static GroupColumn.Value alerts(BoxRow.Figures figures) {
        if (figures.firing() > 0) {
            return new GroupColumn.Value(Units.count(figures.firing()), Ink.BAD);
        }
        return new GroupColumn.Value(figures.pending() == 0 ? "" : Units.count(figures.pending()), Ink.WARNING);
    }
}
