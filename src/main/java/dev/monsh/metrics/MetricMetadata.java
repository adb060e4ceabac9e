package dev.monsh.metrics;

/** What the scraped server says of a metric: {@code counter}, {@code gauge} and so on, help and unit. */
public record MetricMetadata(String type, String help, String unit) {}
