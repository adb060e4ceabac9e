package dev.monsh.process;

import dev.monsh.failure.Problem;

/**
 * One thing that is worth changing in a configuration.
 *
 * @param rule number of the rule, from 1; 0 for the file as a whole
 * @param problem where it stands and what is wrong
 * @param remedy what to do; empty where the problem says it
 */
public record Finding(Severity severity, int rule, Problem problem, String remedy) {}
