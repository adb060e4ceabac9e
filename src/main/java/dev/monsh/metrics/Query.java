package dev.monsh.metrics;

import dev.monsh.failure.UsageException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is asked of Prometheus. */
public sealed interface Query {

    /** Returns the PromQL expression, as it was typed. */
    String expression();

    /**
     * Asks for one point in time.
     *
     * @param time empty for the server's own now
     */
    record Instantaneous(String expression, Optional<Instant> time) implements Query {}

    /** Asks for a range: one value a step and series, both ends included. */
    record Range(String expression, Instant start, Instant end, Duration step) implements Query {

        /** What Prometheus allows for a series ({@code web/api/v1/api.go}: 11,000 points). */
        public static final long MOST_POINTS = 11_000;

        private static final long USUAL_POINTS = 250;

        public Range {
            if (step.isZero() || step.isNegative()) {
                throw new UsageException("interval between points", "must be longer than 0");
            }
            if (end.isBefore(start)) {
                throw new UsageException("range", "its end is before its start");
            }
        }

        /** Returns a step that gives about 250 points, on a length that people count in. */
        public static Duration usualStep(Instant start, Instant end) {
            return roundUp(Duration.between(start, end).toMillis() / USUAL_POINTS);
        }

        /** Returns how many points each series can have. */
        public long points() {
            return Duration.between(start, end).toMillis() / step.toMillis() + 1;
        }

        /** Returns the shortest usual step that the server takes for this range. */
        public Duration leastStep() {
            return roundUp(Duration.between(start, end).toMillis() / (MOST_POINTS - 1) + 1);
        }

        private static Duration roundUp(long millis) {
            long[] lengths = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200};
            for (long seconds : lengths) {
                if (millis <= seconds * 1000) {
                    return Duration.ofSeconds(seconds);
                }
            }
            return Duration.ofDays(millis / 86_400_000 + 1);
        }
    }
}
