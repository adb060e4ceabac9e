package dev.monsh.process;

import java.util.List;

/**
 * The processes of one moment.
 *
 * @param processes in the order in which they were found
 * @param caveats what the place they were read from cannot tell, one sentence each; empty for {@code /proc}
 */
public record ProcessSnapshot(List<RunningProcess> processes, List<String> caveats) {

    public ProcessSnapshot {
        processes = List.copyOf(processes);
        caveats = List.copyOf(caveats);
    }
}
