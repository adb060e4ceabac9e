package dev.monsh.process.match;

import dev.monsh.process.RunningProcess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All processes, each in one group or in none.
 *
 * @param groups in the order of their names
 * @param unmatched those without a group, in the order in which they were found
 */
public record Grouping(List<ProcessGroup> groups, List<RunningProcess> unmatched) {

    public Grouping {
        groups = List.copyOf(groups);
        unmatched = List.copyOf(unmatched);
    }

    /** Returns the number of processes of each group: {@code namedprocess_namegroup_num_procs}. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        groups.forEach(group -> counts.put(group.name(), group.processes().size()));
        return counts;
    }

    /** Returns the process with this id, if it is in a group. */
    public Optional<MatchedProcess> find(int pid) {
        return groups.stream()
                .flatMap(group -> group.processes().stream())
                .filter(matched -> matched.process().pid() == pid)
                .findFirst();
    }
}
