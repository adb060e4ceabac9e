package dev.monsh.stack;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What processes use, measured from the making of this until {@link #close}. */
final class UsageWindow {

    /** The least time between two readings of processor time: shorter ones tell little. */
    private static final Duration LEAST = Duration.ofMillis(50);

    private final UsageMeter meter;
    private final List<Long> pids;
    private final long begin = System.nanoTime();
    private final Map<Long, ProcessUsage> first;
    private Map<Long, ProcessUsage> last = Map.of();
    private double seconds;

    UsageWindow(UsageMeter meter, List<Long> pids) {
        this.meter = meter;
        this.pids = List.copyOf(pids);
        this.first = measure();
    }

    /** Measures again, when enough time has passed. */
    void close() throws InterruptedException {
        long left = LEAST.toNanos() - (System.nanoTime() - begin);
        if (left > 0 && !pids.isEmpty()) {
            Thread.sleep(Duration.ofNanos(left));
        }
        last = measure();
        seconds = (System.nanoTime() - begin) / 1e9;
    }

    private Map<Long, ProcessUsage> measure() {
        Map<Long, ProcessUsage> usages = new HashMap<>();
        pids.forEach(pid -> meter.measure(pid).ifPresent(usage -> usages.put(pid, usage)));
        return usages;
    }

    /** Returns the processor time a second, in percent of one core. */
    OptionalDouble cpuPercent(long pid) {
        ProcessUsage before = first.get(pid);
        ProcessUsage after = last.get(pid);
        return before == null || after == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, after.cpuNanos() - before.cpuNanos()) / 1e7 / seconds);
    }

    OptionalLong memoryBytes(long pid) {
        ProcessUsage after = last.get(pid);
        return after == null ? OptionalLong.empty() : OptionalLong.of(after.residentBytes());
    }
}
