package dev.monsh.grafana;

/**
 * What Grafana's own <i>Save &amp; Test</i> says of a data source.
 *
 * @param good whether the status is {@code OK}
 * @param message Grafana's words
 */
public record PluginHealth(boolean good, String message) {}
