package dev.monsh.command.stack;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Finding;
import dev.monsh.failure.Severity;
import dev.monsh.logs.target.CheckedTarget;
import dev.monsh.logs.target.LogFinding;
import dev.monsh.logs.target.LogSetup;
import dev.monsh.logs.target.LogfileCheck;
import java.util.List;
import java.util.function.Supplier;

/** What {@code logfile check} says, as findings about the stack. */
record StackLogFindings(String service, List<Finding> findings) {

    void add(Supplier<LogSetup> setup) {
        LogSetup read;
        try {
            read = setup.get();
        } catch (ConfigurationException e) {
            e.problems().forEach(problem -> findings.add(new Finding(Severity.ERROR, service, problem, "")));
            return;
        }
        for (CheckedTarget target : LogfileCheck.check(read)) {
            for (LogFinding finding : target.findings()) {
                String what = target.target().service().isEmpty()
                        ? finding.message()
                        : target.target().service() + ": " + finding.message();
                findings.add(Finding.at(
                        severity(read, target, finding),
                        service,
                        target.target().place(),
                        what,
                        ""));
            }
        }
    }

    /** A file that is not there yet may come; a folder that Promtail can't see never does. */
    private static Severity severity(LogSetup setup, CheckedTarget target, LogFinding finding) {
        if (!finding.fault()) {
            return Severity.NOTE;
        }
        boolean unseen = target.target().hasPath() && setup.isHidden(target.target());
        return unseen || !target.target().hasPath() ? Severity.ERROR : Severity.WARNING;
    }
}
