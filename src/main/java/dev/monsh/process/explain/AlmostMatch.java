package dev.monsh.process.explain;

import dev.monsh.process.RunningProcess;
import java.util.Optional;

/**
 * A process in no group that one rule nearly takes.
 *
 * @param rule the rule's number, from 1
 * @param reason one sentence: what the process has and what the rule wants
 * @param hint one sentence: what to change; empty where the reason says it all
 */
public record AlmostMatch(RunningProcess process, int rule, String reason, Optional<String> hint) {}
