package dev.monsh.grafana.datasource;

import dev.monsh.failure.NextStep;
import java.util.Locale;
import java.util.Optional;

/**
 * One check of a data source.
 *
 * @param source its name
 * @param words what was seen
 * @param next what to do about it
 */
public record SourceCheck(String source, Subject subject, Result result, String words, Optional<NextStep> next) {

    /** What is checked, in this order. */
    public enum Subject {
        /** Grafana's own Save &amp; Test. */
        HEALTH,
        /** Whether there is data, which Grafana's own check does not look at. */
        DATA,
        /** Whether a live tail comes through. */
        TAIL;

        /** Returns the word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it went. */
    public enum Result {
        OK,
        FAILED,
        SKIPPED;

        /** Returns the word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
