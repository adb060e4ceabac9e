package dev.monsh.cloud.audit;

import dev.monsh.failure.NextStep;
import dev.monsh.failure.Risk;

/**
 * Something about the gateway in EC2 that can do harm, does not work, or costs money for nothing.
 *
 * @param check a short name that scripts can rely on
 * @param resource the identifier of what it is about
 * @param evidence what was seen
 * @param remedy what to do about it
 */
public record CloudFinding(Risk severity, String check, String resource, String evidence, NextStep remedy) {}
