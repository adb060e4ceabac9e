package dev.monsh.stack.check;

import dev.monsh.failure.Finding;
import dev.monsh.failure.Problem;
import dev.monsh.failure.Severity;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackReading;
import dev.monsh.stack.engine.PortOwners;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a stack's files as a careful colleague would. */
public final class StackCheck {

    private final ServerFiles files;
    private final ExternalCheckers external;
    private final PortOwners owners;

    public StackCheck(ServerFiles files, ExternalCheckers external, PortOwners owners) {
        this.files = files;
        this.external = external;
        this.owners = owners;
    }

    /**
     * What was found.
     *
     * @param complete whether every file that the stack needs could be read
     */
    public record Result(List<Finding> findings, boolean complete) {

        public Result {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Checks a stack.
     *
     * @param ownPorts the ports of this machine on which the stack itself listens
     */
    public Result check(StackReading reading, Set<Integer> ownPorts) {
        Findings findings = new Findings(reading);
        new ComposeCheck(reading, findings).run();
        new PortCheck(reading, findings).run(owners, ownPorts);
        new ServerCheck(reading, files, external, findings).run();
        if (reading.stack().composeFile().isPresent()) {
            Optional<List<Finding>> verdict = external.compose(reading.stack());
            verdict.ifPresentOrElse(findings::addAll, () -> findings.add(unasked(reading.stack())));
            boolean taken = verdict.filter(List::isEmpty).isPresent();
            reading.faults().forEach(fault -> findings.add(taken ? accepted(fault) : refused(fault)));
        }
        return new Result(findings.all(), findings.complete());
    }

    private static Finding unasked(Stack stack) {
        return Finding.at(
                Severity.NOTE,
                "",
                Findings.file(stack.composeFile().orElseThrow()),
                "not checked: what only Docker Compose can judge, since there is none here to ask",
                "install it: Docker's package docker-compose-plugin has it");
    }

    /** What Compose takes is not wrong, though monsh cannot look into it. */
    private static Finding accepted(Problem fault) {
        return Finding.at(
                Severity.NOTE,
                "",
                fault,
                "not checked: " + fault.message() + "; but Docker Compose accepts the file",
                "");
    }

    private static Finding refused(Problem fault) {
        return new Finding(Severity.ERROR, "", fault, "");
    }
}
