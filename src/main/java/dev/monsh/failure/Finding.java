package dev.monsh.failure;

import java.util.Comparator;

/**
 * One thing that is worth changing in a file.
 *
 * @param about the service that it is about; empty where it is about none
 * @param problem where it stands and what is wrong
 * @param next what to do; empty where the problem says it
 */
public record Finding(Severity severity, String about, Problem problem, String next) {

    /** Errors first, then in the order of the files. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::file)
            .thenComparingInt(Finding::line)
            .thenComparingInt(Finding::column);

    /** Makes a finding at a place. */
    public static Finding at(Severity severity, String about, Problem place, String message, String next) {
        return new Finding(severity, about, new Problem(place.file(), place.line(), place.column(), message), next);
    }

    /** Returns {@code FILE:LINE:COLUMN}, or the file alone where the finding is about the whole of it. */
    public String place() {
        return problem.place();
    }

    /** Returns the file as the user knows it. */
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

    /** Returns the same about something. */
    public Finding about(String name) {
        return new Finding(severity, name, problem, next);
    }

    /** Returns what is wrong. */
    public String message() {
        return problem.message();
    }
}
