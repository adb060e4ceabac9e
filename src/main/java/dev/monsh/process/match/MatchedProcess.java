package dev.monsh.process.match;

import dev.monsh.process.RunningProcess;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A process in its group.
 *
 * @param rule number of the rule, from 1, that took the process or its ancestor
 * @param matches {@code .Matches} as the template saw it, the empty name included; empty via a parent
 * @param owner pid of the process that the rule took: this one, or the ancestor
 */
public record MatchedProcess(RunningProcess process, int rule, Via via, Map<String, String> matches, int owner) {

    /** Returns the captures that have a name, in the order of their names. */
    public SortedMap<String, String> namedMatches() {
        SortedMap<String, String> named = new TreeMap<>(matches);
        named.remove("");
        return named;
    }
}
