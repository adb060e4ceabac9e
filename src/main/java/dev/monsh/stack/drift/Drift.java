package dev.monsh.stack.drift;

import dev.monsh.failure.NextStep;

/**
 * One thing in which a service is not as its files say.
 *
 * @param service its name in the stack
 * @param running what is so now; without secrets
 * @param declared what the files say; without secrets
 * @param next what brings the two together
 */
public record Drift(String service, DriftKind kind, String running, String declared, NextStep next) {}
