package dev.monsh.process.match;

import dev.monsh.process.RunningProcess;
import java.util.Map;

/**
 * The group of a process and where it has it from.
 *
 * @param owner pid of the process that a rule took: the process itself or an ancestor
 */
record Membership(int owner, RuleMatch match) {

    MatchedProcess matched(RunningProcess process) {
        boolean byRule = owner == process.pid();
        return new MatchedProcess(
                process, match.rule(), byRule ? Via.RULE : Via.PARENT, byRule ? match.matches() : Map.of(), owner);
    }
}
