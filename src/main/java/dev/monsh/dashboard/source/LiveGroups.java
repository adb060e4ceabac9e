package dev.monsh.dashboard.source;

import dev.monsh.dashboard.state.GroupReading;
import dev.monsh.process.ProcessDetail;
import dev.monsh.process.ProcessTable;
import dev.monsh.process.RunningProcess;
import dev.monsh.process.match.Grouping;
import dev.monsh.process.match.MatchedProcess;
import dev.monsh.process.match.ProcessGroup;
import dev.monsh.process.match.ProcessMatcher;
import dev.monsh.process.usage.ProcessFigures;
import dev.monsh.process.usage.ProcessMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The groups of this machine, by process-exporter's own rules, with what their processes use. Command lines are read and
 * matched only when processes have come to stay, for longer than from one reading to the next, and then at most every three
 * seconds: on a box with shell scripts they come and go all the time.
 */
final class LiveGroups {

    private static final Duration LEAST_BETWEEN_TABLES = Duration.ofSeconds(3);

    private final ProcessTable table;
    private final java.util.function.Supplier<ProcessMatcher> rules;
    private final ProcessMeter meter;
    private final GroupMeter groups;
    private Set<Long> known = Set.of();
    private Set<Long> before = Set.of();
    private Instant tableAt = Instant.EPOCH;
    private Map<String, Members> members = new TreeMap<>();

    LiveGroups(BoxSources.Live live) {
        this.table = live.table();
        this.rules = live.matcher();
        this.meter = live.processes();
        this.groups = new GroupMeter(meter);
    }

    /** The processes of a group, the oldest first, what its rule captured, and whether children join groups. */
    record Members(List<Integer> pids, Instant since, List<String> captures, boolean withChildren) {}

    /** Reads all groups. One that has had processes stays in the list when it has none left. */
    List<GroupReading> read(Instant now) {
        Map<Integer, ProcessFigures> figures = new HashMap<>();
        Set<Long> present = new HashSet<>();
        for (ProcessFigures each : meter.measure()) {
            figures.put(each.pid(), each);
            present.add(identity(each));
        }
        boolean due = Duration.between(tableAt, now).compareTo(LEAST_BETWEEN_TABLES) >= 0;
        if (due && (known.isEmpty() || hasNew(present))) {
            tableAt = now;
            known = present;
            group();
        }
        before = present;
        List<GroupReading> all = new ArrayList<>();
        members.forEach((name, each) -> all.add(groups.read(name, each, figures, now)));
        groups.finish(figures, now);
        return all;
    }

    private boolean hasNew(Set<Long> present) {
        for (Long each : present) {
            if (!known.contains(each) && before.contains(each)) {
                return true;
            }
        }
        return false;
    }

    private static long identity(ProcessFigures process) {
        return ((long) process.pid() << 32) ^ process.startTicks();
    }

    private void group() {
        ProcessMatcher matcher = rules.get();
        boolean children = matcher.followsChildren();
        Grouping grouping =
                matcher.group(table.read(EnumSet.noneOf(ProcessDetail.class)).processes());
        Map<String, Members> next = new TreeMap<>();
        // a group whose last process has gone is news; process-exporter goes on with it as well
        members.forEach((name, each) ->
                next.put(name, new Members(List.of(), each.since(), each.captures(), each.withChildren())));
        for (ProcessGroup group : grouping.groups()) {
            List<String> captures = group.processes().stream()
                    .map(MatchedProcess::matches)
                    .flatMap(matches -> matches.values().stream())
                    .distinct()
                    .toList();
            next.put(
                    group.name(),
                    members(
                            group.processes().stream()
                                    .map(MatchedProcess::process)
                                    .toList(),
                            captures,
                            children));
        }
        next.put(GroupReading.UNGROUPED, members(grouping.unmatched(), List.of(), children));
        members = next;
    }

    private static Members members(List<RunningProcess> processes, List<String> captures, boolean children) {
        List<RunningProcess> byAge = processes.stream()
                .sorted(Comparator.comparing(RunningProcess::startTime).thenComparingLong(RunningProcess::pid))
                .toList();
        return new Members(
                byAge.stream().map(RunningProcess::pid).toList(),
                byAge.isEmpty() ? Instant.EPOCH : byAge.getFirst().startTime(),
                captures,
                children);
    }
}
