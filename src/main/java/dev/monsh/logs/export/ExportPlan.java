package dev.monsh.logs.export;

import dev.monsh.logs.Direction;
import dev.monsh.logs.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * An export and how far it is: kept beside its parts, so that it can go on after a kill.
 *
 * @param range what is exported
 * @param parts without holes or overlaps, in the order of time
 */
public record ExportPlan(String expression, TimeRange range, List<Part> parts) {

    private static final int USUAL_PARTS = 64;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);

    /**
     * A stretch of time that becomes one file.
     *
     * @param number counted from 1
     * @param lines how many lines its file has; empty while it is not done
     * @param missing timestamps of which the server does not give every line
     */
    public record Part(int number, TimeRange range, OptionalLong lines, long missing) {

        /** Returns whether its file is complete. */
        public boolean isDone() {
            return lines.isPresent();
        }
    }

    public ExportPlan {
        parts = List.copyOf(parts);
    }

    /** Cuts a range into parts, of which none is done. */
    public static ExportPlan of(String expression, TimeRange range) {
        long length = Math.clamp(range.lengthNanos() / USUAL_PARTS, SHORTEST.toNanos(), LONGEST.toNanos());
        List<Part> parts = new ArrayList<>();
        for (TimeRange rest = range; !rest.isEmpty(); ) {
            TimeRange part = rest.first(length, Direction.FORWARD);
            parts.add(new Part(parts.size() + 1, part, OptionalLong.empty(), 0));
            rest = rest.after(part, Direction.FORWARD);
        }
        return new ExportPlan(expression, range, parts);
    }

    /** Returns the plan with one part replaced by another state of it. */
    ExportPlan with(Part done) {
        return new ExportPlan(
                expression,
                range,
                parts.stream()
                        .map(part -> part.number() == done.number() ? done : part)
                        .toList());
    }

    /** Returns how many lines the parts that are done have. */
    public long lines() {
        return parts.stream().mapToLong(part -> part.lines().orElse(0)).sum();
    }
}
