package dev.monsh.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Quantities as people read them, in one system of units: powers of 1024 for bytes, two units of time at most. */
public final class UnitText {

    private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private UnitText() {}

    /** Returns a number of bytes: {@code 51.4 MiB}. */
    public static String bytes(double bytes) {
        double number = bytes;
        int unit = 0;
        // 1023.95 would be shown as 1024.0
        while (Math.abs(number) >= 1023.95 && unit < BYTES.length - 1) {
            number /= 1024;
            unit++;
        }
        boolean whole = unit == 0 && number == Math.rint(number);
        return String.format(Locale.ROOT, whole ? "%.0f %s" : "%.1f %s", number, BYTES[unit]);
    }

    /** Returns how long something lasts, 0 or more, in at most two units: {@code 3 h 12 min}, {@code 5 s}. */
    public static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        long minutes = seconds / 60;
        long hours = minutes / 60;
        if (hours >= 24) {
            return two(hours / 24, " d", hours % 24, " h");
        }
        if (hours > 0) {
            return two(hours, " h", minutes % 60, " min");
        }
        return minutes > 0 ? two(minutes, " min", seconds % 60, " s") : seconds + " s";
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + largeUnit + (small == 0 ? "" : " " + small + smallUnit);
    }

    /** Returns how far a time is from now in one unit, cut off: {@code 3 s ago}, {@code 5 min ago}, {@code in 20 d}. */
    public static String age(Instant time, Instant now) {
        Duration age = Duration.between(time, now);
        // clocks of two machines differ a little
        return age.compareTo(Duration.ofSeconds(-5)) < 0 ? "in " + oneUnit(age.negated()) : oneUnit(age) + " ago";
    }

    private static String oneUnit(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 2 * 3600) {
            return seconds / 60 + " min";
        }
        return seconds < 2 * 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }

    /** Returns seconds with a fraction: {@code 3.2 ms}, {@code 1.25 s}. */
    public static String seconds(double seconds) {
        double size = Math.abs(seconds);
        if (size == 0 || size >= 1) {
            return size < 60
                    ? String.format(Locale.ROOT, size == 0 ? "%.0f s" : "%.2f s", seconds)
                    : (seconds < 0 ? "-" : "") + duration(Duration.ofMillis((long) (size * 1000)));
        }
        return size >= 0.001
                ? String.format(Locale.ROOT, "%.1f ms", seconds * 1e3)
                : String.format(Locale.ROOT, "%.1f µs", seconds * 1e6);
    }
}
