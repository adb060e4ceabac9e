package dev.monsh.metrics;

import dev.monsh.labels.Labels;

/**
 * An alert that is pending or firing.
 *
 * @param activeAt RFC 3339, as it came
 * @param value of the expression, as it came
 */
public record Alert(String name, String state, String activeAt, String value, Labels labels, Labels annotations) {}
