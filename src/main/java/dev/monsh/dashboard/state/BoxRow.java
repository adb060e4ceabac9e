package dev.monsh.dashboard.state;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A box of the fleet. A box that does not answer keeps its last values.
 *
 * @param figures from its Prometheus
 * @param logs what all its services log, from its Loki
 */
public record BoxRow(String box, Feed<Figures> figures, Feed<LogRate> logs) {

    /**
     * What a box's Prometheus knows of the box as a whole.
     *
     * @param scraped when a target of it was last scraped; empty where it scrapes none
     * @param targetsUp how many targets the last scrape reached
     * @param targets how many it should have reached
     * @param groups with at least one process
     * @param processes of all groups
     * @param cpuPercent processor time of all groups per second, in percent of one core
     * @param memoryBytes resident, of all groups
     * @param firing alerts
     * @param pending alerts
     */
    public record Figures(
            Optional<Instant> scraped,
            int targetsUp,
            int targets,
            int groups,
            int processes,
            OptionalDouble cpuPercent,
            OptionalLong memoryBytes,
            int firing,
            int pending) {

        public int targetsDown() {
            return Math.max(0, targets - targetsUp);
        }
    }

    /** How a box is doing, the worst first. */
    public enum Health {
        /** Its Prometheus can't be asked. */
        DOWN,
        /** An alert fires. */
        ALERTING,
        /** A target or Loki does not answer, or an alert is pending. */
        IMPAIRED,
        WELL,
        /** Nothing has answered yet. */
        ASKING
    }

    /** Returns a box that has not answered yet. */
    public static BoxRow of(String box) {
        return new BoxRow(box, Feed.waiting(), Feed.waiting());
    }

    public BoxRow withFigures(Feed<Figures> other) {
        return new BoxRow(box, other, logs);
    }

    public BoxRow withLogs(Feed<LogRate> other) {
        return new BoxRow(box, figures, other);
    }

    /** Returns how it is doing, from what was last heard. */
    public Health health() {
        if (figures.failure().isPresent()) {
            return Health.DOWN;
        }
        Optional<Figures> known = figures.value();
        if (known.isEmpty()) {
            return Health.ASKING;
        }
        if (known.get().firing() > 0) {
            return Health.ALERTING;
        }
        boolean impaired = known.get().targetsDown() > 0
                || known.get().pending() > 0
                || logs.failure().isPresent();
        return impaired ? Health.IMPAIRED : Health.WELL;
    }

    /** Returns how many errors it logged in the last minute; 0 where that is not known. */
    public double errors() {
        return logs.value().map(LogRate::errors).orElse(0.0);
    }
}
