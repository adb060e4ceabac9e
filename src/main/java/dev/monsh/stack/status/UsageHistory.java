package dev.monsh.stack.status;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What processes use: since the last look, or at the first look since their start. Two readings within one look would have
 * to be too close to each other to tell anything, or make everybody wait.
 */
final class UsageHistory {

    private final UsageMeter meter;
    private final Map<Long, Reading> last = new HashMap<>();

    UsageHistory(UsageMeter meter) {
        this.meter = meter;
    }

    private record Reading(Instant time, long cpuNanos) {}

    /**
     * What a process uses.
     *
     * @param cpuPercent processor time a second, in percent of one core
     * @param memoryBytes in RAM now
     */
    record Usage(OptionalDouble cpuPercent, long memoryBytes) {}

    /** Looks at a process; empty where it can't be seen. */
    Optional<Usage> look(long pid, Optional<Instant> since, Instant now) {
        return meter.measure(pid).map(usage -> {
            Optional<Reading> before = Optional.ofNullable(last.put(pid, new Reading(now, usage.cpuNanos())))
                    .or(() -> since.map(start -> new Reading(start, 0)));
            OptionalDouble percent = before.map(reading -> percent(reading, usage.cpuNanos(), now))
                    .orElse(OptionalDouble.empty());
            return new Usage(percent, usage.residentBytes());
        });
    }

    private static OptionalDouble percent(Reading before, long cpuNanos, Instant now) {
        long nanos = Duration.between(before.time(), now).toNanos();
        return nanos <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, cpuNanos - before.cpuNanos()) * 100.0 / nanos);
    }
}
