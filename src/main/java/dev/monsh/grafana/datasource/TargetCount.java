package dev.monsh.grafana.datasource;

/**
 * What the query {@code up} answered.
 *
 * @param up the targets whose last scrape succeeded
 * @param all all targets
 */
public record TargetCount(int up, int all) {}
