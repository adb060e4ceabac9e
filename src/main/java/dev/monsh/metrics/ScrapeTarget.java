package dev.monsh.metrics;

import dev.monsh.labels.Labels;

/**
 * One thing that Prometheus scrapes.
 *
 * @param health {@code up}, {@code down} or {@code unknown}
 * @param lastScrape RFC 3339, as it came
 * @param lastScrapeSeconds how long the last scrape took, as it came
 * @param lastError empty when there was none
 */
public record ScrapeTarget(
        String job,
        String instance,
        String health,
        String url,
        String lastScrape,
        String lastScrapeSeconds,
        String lastError,
        Labels labels) {}
