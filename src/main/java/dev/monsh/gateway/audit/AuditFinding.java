package dev.monsh.gateway.audit;

import dev.monsh.failure.NextStep;
import dev.monsh.failure.Risk;

/**
 * Something about the gateway that can do harm.
 *
 * @param check a short name that scripts can rely on
 * @param file as the user knows it
 * @param line of the server block, counted from 1
 * @param port the public port
 * @param evidence what was seen
 * @param remedy what to do about it
 */
public record AuditFinding(
        Risk severity, String check, String file, int line, int port, String evidence, NextStep remedy) {}
