package dev.monsh.grafana.datasource;

import java.time.Instant;

/**
 * A Loki's newest line.
 *
 * @param labels of its stream, as LogQL writes them
 * @param text the line; may hold control characters
 */
public record NewestLine(Instant time, String labels, String text) {}
