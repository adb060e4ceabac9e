package dev.monsh.process.match;

import dev.monsh.process.RunningProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the nearest ancestor that a rule took (process-exporter, proc/tracker.go: checkAncestry). */
final class Ancestry {

    private final Map<Integer, Membership> members;
    private final Map<Integer, RunningProcess> byPid = new HashMap<>();
    private final Map<Integer, Optional<Membership>> inherited = new HashMap<>();
    private final boolean children;

    Ancestry(List<RunningProcess> processes, Map<Integer, Membership> members, boolean children) {
        this.members = members;
        this.children = children;
        if (children) {
            processes.forEach(process -> byPid.put(process.pid(), process));
        }
    }

    /** Returns the group of a process: its own, or its nearest ancestor's. */
    Optional<Membership> of(RunningProcess process) {
        Membership own = members.get(process.pid());
        if (own != null || !children) {
            return Optional.ofNullable(own);
        }
        List<Integer> passed = new ArrayList<>();
        Optional<Membership> found = Optional.empty();
        RunningProcess at = process;
        while (at != null) {
            Membership member = members.get(at.pid());
            Optional<Membership> known = member != null ? Optional.of(member) : inherited.get(at.pid());
            if (known != null) {
                found = known;
                break;
            }
            // Marked at once, so that a circle of parents, which only a broken table has, comes to an end.
            inherited.put(at.pid(), Optional.empty());
            passed.add(at.pid());
            at = byPid.get(at.ppid());
        }
        for (int pid : passed) {
            inherited.put(pid, found);
        }
        return found;
    }
}
