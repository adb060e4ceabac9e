package dev.monsh.cli;

import dev.monsh.failure.UsageException;
import java.time.Duration;
import java.util.List;

/** Durations as Prometheus writes them: {@code 90s}, {@code 1h30m}, {@code 2d}; common/model/time.go of its sources. */
public final class DurationValue {

    /** About 292 years: Prometheus counts nanoseconds in 64 bits, and rejects what is more. */
    private static final long MOST_MILLIS = Long.MAX_VALUE / 1_000_000;

    private static final List<Unit> UNITS = List.of(
            new Unit("y", 365L * 24 * 3600 * 1000),
            new Unit("w", 7L * 24 * 3600 * 1000),
            new Unit("d", 24L * 3600 * 1000),
            new Unit("h", 3600_000),
            new Unit("m", 60_000),
            new Unit("s", 1000),
            new Unit("ms", 1));

    private record Unit(String name, long millis) {}

    private DurationValue() {}

    /**
     * Reads a duration. Units go from large to small, each at most once.
     *
     * @param what the option or argument that it is for, named in the failure
     */
    public static Duration parse(String what, String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        long millis = 0;
        int position = 0;
        int nextUnit = 0;
        while (position < text.length()) {
            int digits = endOf(text, position, true);
            int letters = endOf(text, digits, false);
            int unit = indexOf(text.substring(digits, letters));
            if (digits == position || digits - position > 9 || unit < nextUnit) {
                throw unreadable(what, text);
            }
            long count = Long.parseLong(text.substring(position, digits));
            if (count > (MOST_MILLIS - millis) / UNITS.get(unit).millis()) {
                throw new UsageException(what + " " + text, "is too long; the most is 292y");
            }
            millis += count * UNITS.get(unit).millis();
            nextUnit = unit + 1;
            position = letters;
        }
        if (text.isEmpty()) {
            throw unreadable(what, text);
        }
        return Duration.ofMillis(millis);
    }

    /** Reads a duration that must be longer than 0. */
    public static Duration parsePositive(String what, String text) {
        Duration duration = parse(what, text);
        if (duration.isZero()) {
            throw new UsageException(what + " " + text, "must be longer than 0");
        }
        return duration;
    }

    /** Writes a duration in the same form, for instance {@code 1h30m}. */
    public static String format(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0) {
            return "0s";
        }
        StringBuilder text = new StringBuilder();
        for (Unit unit : UNITS) {
            // years and weeks only where nothing is left over, as Prometheus does: 25d reads better than 3w4d
            boolean coarse = unit.name().equals("y") || unit.name().equals("w");
            if (millis >= unit.millis() && (!coarse || millis % unit.millis() == 0)) {
                text.append(millis / unit.millis()).append(unit.name());
                millis %= unit.millis();
            }
        }
        return text.toString();
    }

    private static int endOf(String text, int from, boolean digits) {
        int end = from;
        while (end < text.length() && (text.charAt(end) >= '0' && text.charAt(end) <= '9') == digits) {
            end++;
        }
        return end;
    }

    private static int indexOf(String unit) {
        for (int i = 0; i < UNITS.size(); i++) {
            if (UNITS.get(i).name().equals(unit)) {
                return i;
            }
        }
        return -1;
    }

    private static UsageException unreadable(String what, String text) {
        return new UsageException(what + " " + text, "isn't a duration; use 90s, 5m, 1h30m, 2d or 1w");
    }
}
