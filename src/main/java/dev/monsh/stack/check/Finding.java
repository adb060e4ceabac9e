package dev.monsh.stack.check;

import dev.monsh.failure.Problem;
import java.util.Comparator;

/**
 * One thing that is worth changing in a stack's files.
 *
 * @param service that it is about; empty where it is about none
 * @param problem where it stands and what is wrong
 * @param next what to do; empty where the problem says it
 */
public record Finding(Severity severity, String service, Problem problem, String next) {

    /** Errors first, then in the order of the files. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::file)
            .thenComparingInt(Finding::line)
            .thenComparingInt(Finding::column);

    /** Makes a finding at a place. */
    public static Finding at(Severity severity, String service, Problem place, String message, String next) {
        return new Finding(severity, service, new Problem(place.file(), place.line(), place.column(), message), next);
    }

    public String file() {
        return problem.file();
    }

    /** Returns the line, from 1; 0 where the finding is about the whole file. */
    public int line() {
        return problem.line();
    }

    /** Returns the column, from 1 in characters; 0 where the finding is about the whole file. */
    public int column() {
        return problem.column();
    }

    /** Returns what is wrong. */
    public String message() {
        return problem.message();
    }
}
