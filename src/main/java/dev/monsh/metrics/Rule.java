package dev.monsh.metrics;

/**
 * A recording or alerting rule.
 *
 * @param type {@code recording} or {@code alerting}
 * @param health {@code ok}, {@code err} or {@code unknown}
 * @param state of an alerting rule: {@code inactive}, {@code pending} or {@code firing}; else empty
 * @param lastError empty when there was none
 */
public record Rule(
        String group,
        String file,
        String type,
        String name,
        String query,
        String health,
        String state,
        String lastError) {}
