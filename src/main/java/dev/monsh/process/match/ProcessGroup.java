package dev.monsh.process.match;

import java.util.List;

/**
 * One {@code groupname} and the processes in it.
 *
 * @param name may be empty, where a template prints nothing
 */
public record ProcessGroup(String name, List<MatchedProcess> processes) {

    public ProcessGroup {
        processes = List.copyOf(processes);
    }
}
