package dev.monsh.dashboard.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One process group at one moment.
 *
 * @param name as process-exporter writes it; {@link #UNGROUPED} for what no rule takes
 * @param cpuPercent processor time used per second, in percent of one core; empty before the second reading
 * @param memoryBytes resident, of all its processes together
 * @param openFiles of all its processes together; empty where that can't be read
 * @param fullestFiles open files against the limit, of the process that is nearest to its own: 0 to 1
 * @param since when its oldest process started
 * @param restarts how often its oldest process was replaced by a younger one
 * @param pids of its processes, the oldest first; empty for a box that is read from afar
 * @param captures what the rule's named groups captured, one of which may name the service that logs
 * @param withChildren whether the box's process-exporter also takes the children of the processes that match
 */
public record GroupReading(
        String name,
        int processes,
        OptionalDouble cpuPercent,
        OptionalLong memoryBytes,
        OptionalInt threads,
        OptionalInt openFiles,
        OptionalDouble fullestFiles,
        Optional<Instant> since,
        int restarts,
        List<Integer> pids,
        List<String> captures,
        boolean withChildren) {

    /** The name that stands for all processes without a group. */
    public static final String UNGROUPED = "(no group)";

    public GroupReading {
        pids = List.copyOf(pids);
        captures = List.copyOf(captures);
    }

    public boolean isUngrouped() {
        return name.equals(UNGROUPED);
    }
}
