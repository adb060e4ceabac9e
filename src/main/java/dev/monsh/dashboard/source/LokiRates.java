package dev.monsh.dashboard.source;

import dev.monsh.dashboard.state.LogRate;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.MetricResult;
import dev.monsh.logs.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each service has logged in the last minute, as Loki counts it. */
final class LokiRates {

    /** Names are looked for this far back, so that a silent service is known as well. */
    private static final Duration KNOWN = Duration.ofHours(6);

    private static final Duration BETWEEN_NAMES = Duration.ofMinutes(1);

    private static final String LINES = "sum by (service) (count_over_time(" + LogLabels.ANY + "[1m]))";

    /** The words by which people find errors; reading levels as monsh does would need every line here. */
    private static final String ERRORS = "sum by (service) (count_over_time(" + LogLabels.ANY
            + " |~ \"(?i)(\\\\berror\\\\b|\\\\bfatal\\\\b|\\\\bcritical\\\\b|\\\\bpanic\\\\b)\" [1m]))";

    private final LogSource loki;
    private List<String> names = List.of();
    private Instant namesAt = Instant.EPOCH;

    LokiRates(LogSource loki) {
        this.loki = loki;
    }

    Map<String, LogRate> read(Instant now) {
        if (Duration.between(namesAt, now).compareTo(BETWEEN_NAMES) >= 0) {
            TimeRange range = new TimeRange(LogLabels.nanos(now.minus(KNOWN)), LogLabels.nanos(now));
            names = loki.labelValues(LogLabels.SERVICE, range);
            namesAt = now;
        }
        Map<String, Double> lines = counts(LINES, now);
        Map<String, Double> errors = counts(ERRORS, now);
        Map<String, LogRate> rates = new HashMap<>();
        names.forEach(name -> rates.put(name, new LogRate(0, 0)));
        lines.forEach((name, count) -> rates.put(name, new LogRate(count, errors.getOrDefault(name, 0.0))));
        return rates;
    }

    private Map<String, Double> counts(String expression, Instant now) {
        Map<String, Double> counts = new HashMap<>();
        for (MetricResult.Series series :
                loki.instant(expression, LogLabels.nanos(now)).series()) {
            String name = series.labels().get(LogLabels.SERVICE);
            if (!name.isEmpty() && !series.samples().isEmpty()) {
                counts.put(
                        name, ScrapedGroups.number(series.samples().getFirst().value()));
            }
        }
        return counts;
    }
}
