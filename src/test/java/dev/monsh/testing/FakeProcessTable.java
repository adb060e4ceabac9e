package dev.monsh.testing;

import dev.monsh.process.ProcessDetail;
import dev.monsh.process.ProcessSnapshot;
import dev.monsh.process.ProcessTable;
import dev.monsh.process.RunningProcess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A process table that holds what a test puts in; the details asked for last can be looked at. */
public final class FakeProcessTable implements ProcessTable {

    private final List<RunningProcess> processes = new ArrayList<>();
    private Set<ProcessDetail> asked = Set.of();

    /** Returns a process of root in the root control group. */
    public static RunningProcess process(int pid, int ppid, String comm, String... argv) {
        return new RunningProcess(
                pid, ppid, comm, List.of(argv), "root", Instant.ofEpochSecond(1_700_000_000L + pid), List.of("/"));
    }

    public FakeProcessTable add(RunningProcess process) {
        processes.add(process);
        return this;
    }

    public Set<ProcessDetail> asked() {
        return asked;
    }

    @Override
    public ProcessSnapshot read(Set<ProcessDetail> details) {
        asked = details;
        return new ProcessSnapshot(processes, List.of());
    }
}
