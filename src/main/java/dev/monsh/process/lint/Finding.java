package dev.monsh.process.lint;

import dev.monsh.failure.Problem;

/**
 * One thing that is worth changing in a configuration.
 *
 * @param rule number of the rule, from 1; 0 for the file as a whole
 * @param problem where it stands and what is wrong
 * @param remedy what to do; empty where the problem says it
 */
public record Finding(Severity severity, int rule, Problem problem, String remedy) {

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

    /** Returns what is wrong. */
    public String message() {
        return problem.message();
    }
}
