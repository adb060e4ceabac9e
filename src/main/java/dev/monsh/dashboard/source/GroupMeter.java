package dev.monsh.dashboard.source;

import dev.monsh.dashboard.state.GroupReading;
import dev.monsh.process.usage.OpenFiles;
import dev.monsh.process.usage.ProcessFigures;
import dev.monsh.process.usage.ProcessMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Adds up what the processes of groups use, and compares it with the reading before. */
final class GroupMeter {

    /** Listing open files costs more than all the rest. */
    private static final Duration BETWEEN_FILES = Duration.ofSeconds(5);

    private final ProcessMeter meter;
    private final Map<String, Files> files = new HashMap<>();
    private final Map<String, Oldest> oldest = new HashMap<>();
    private Map<Integer, ProcessFigures> before = Map.of();
    private Instant beforeAt = Instant.EPOCH;

    GroupMeter(ProcessMeter meter) {
        this.meter = meter;
    }

    private record Files(Instant at, OptionalInt open, OptionalDouble fullest) {}

    private record Oldest(long startTicks, int restarts) {}

    /** Reads one group; {@link #finish} ends the round. */
    GroupReading read(String name, LiveGroups.Members members, Map<Integer, ProcessFigures> now, Instant at) {
        List<Integer> pids = members.pids().stream().filter(now::containsKey).toList();
        long memory = 0;
        int threads = 0;
        long cpuNanos = 0;
        for (int pid : pids) {
            ProcessFigures figures = now.get(pid);
            if (figures != null) {
                memory += figures.residentBytes();
                threads += figures.threads();
                cpuNanos += used(figures);
            }
        }
        boolean ungrouped = name.equals(GroupReading.UNGROUPED);
        Files open = ungrouped ? new Files(at, OptionalInt.empty(), OptionalDouble.empty()) : files(name, pids, at);
        return new GroupReading(
                name,
                pids.size(),
                percent(cpuNanos, at),
                OptionalLong.of(memory),
                OptionalInt.of(threads),
                open.open(),
                open.fullest(),
                pids.isEmpty() ? Optional.empty() : Optional.of(members.since()),
                ungrouped || pids.isEmpty() ? restarts(name) : restarts(name, now.get(pids.getFirst())),
                pids,
                members.captures(),
                members.withChildren());
    }

    /** Ends a round: the next one is compared with it. */
    void finish(Map<Integer, ProcessFigures> now, Instant at) {
        before = now;
        beforeAt = at;
    }

    private long used(ProcessFigures figures) {
        ProcessFigures last = before.get(figures.pid());
        if (last != null && last.startTicks() == figures.startTicks()) {
            return figures.cpuNanos() - last.cpuNanos();
        }
        // what has come since the last reading has used all of its time since then
        return figures.cpuNanos();
    }

    private OptionalDouble percent(long cpuNanos, Instant at) {
        long nanos = before.isEmpty() ? 0 : Duration.between(beforeAt, at).toNanos();
        return nanos <= 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.max(0, cpuNanos) * 100.0 / nanos);
    }

    private Files files(String name, List<Integer> pids, Instant at) {
        Files last = files.get(name);
        if (last != null && Duration.between(last.at(), at).compareTo(BETWEEN_FILES) < 0) {
            return last;
        }
        int open = 0;
        boolean seen = false;
        double fullest = 0;
        for (int pid : pids) {
            Optional<OpenFiles> each = meter.openFiles(pid);
            if (each.isPresent()) {
                seen = true;
                open += each.get().open();
                fullest = Math.max(fullest, each.get().share());
            }
        }
        Files fresh = new Files(
                at,
                seen ? OptionalInt.of(open) : OptionalInt.empty(),
                seen ? OptionalDouble.of(fullest) : OptionalDouble.empty());
        files.put(name, fresh);
        return fresh;
    }

    private int restarts(String name) {
        Oldest last = oldest.get(name);
        return last == null ? 0 : last.restarts();
    }

    private int restarts(String name, @org.jspecify.annotations.Nullable ProcessFigures first) {
        if (first == null) {
            return restarts(name);
        }
        Oldest last = oldest.get(name);
        boolean younger = last != null && first.startTicks() > last.startTicks();
        int restarts = last == null ? 0 : last.restarts() + (younger ? 1 : 0);
        oldest.put(name, new Oldest(first.startTicks(), restarts));
        return restarts;
    }
}
