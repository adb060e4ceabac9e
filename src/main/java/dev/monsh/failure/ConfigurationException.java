package dev.monsh.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that configures something is wrong. Carries every fault that was found, not only the first. */
public final class ConfigurationException extends MonshException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Takes at least one problem, in the order of the file. */
    public ConfigurationException(List<Problem> problems) {
        this(problems, (NextStep) null);
    }

    /** Takes at least one problem, in the order of the file, and the command to try next. */
    public ConfigurationException(List<Problem> problems, String next) {
        this(problems, new NextStep.Text(next));
    }

    /** Takes at least one problem, in the order of the file, and what to do next. */
    public ConfigurationException(List<Problem> problems, @Nullable NextStep next) {
        super(problems.getFirst().place(), problems.getFirst().message(), next, null);
        this.problems = List.copyOf(problems);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.USAGE;
    }

    /** Returns all faults, in the order of the file; the first is also this exception's message. */
    public List<Problem> problems() {
        return problems;
    }
}
