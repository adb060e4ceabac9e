package dev.monsh.dashboard.frame;

import dev.monsh.dashboard.state.History;
import java.time.Duration;
import java.time.Instant;

/** A number's last minutes in one line of text. */
final class Sparkline {

    static final Duration LENGTH = Duration.ofMinutes(5);

    private final Look look;

    Sparkline(Look look) {
        this.look = look;
    }

    /** Draws a history on so many columns, from 0 to its largest value or to the least full height. */
    String of(History history, Instant now, int columns, double leastFull) {
        double[] spans = history.spans(now.toEpochMilli(), LENGTH.toMillis(), columns);
        double full = leastFull;
        for (double value : spans) {
            full = Double.isNaN(value) ? full : Math.max(full, value);
        }
        StringBuilder line = new StringBuilder(columns);
        String levels = look.levels();
        double last = Double.NaN;
        for (double value : spans) {
            // a span without a reading has the value before it, as long as the line has begun
            last = Double.isNaN(value) ? last : value;
            line.append(Double.isNaN(last) ? ' ' : levels.charAt(level(last / full, levels.length())));
        }
        return line.toString();
    }

    private static int level(double share, int levels) {
        return Math.clamp((int) (share * levels), 0, levels - 1);
    }
}
