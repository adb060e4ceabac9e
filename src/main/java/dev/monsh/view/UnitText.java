package dev.monsh.view;

import java.time.Duration;
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

    /** Returns an age or another duration of 0 or more in at most two units: {@code 3h12m}, {@code 5s}. */
    public static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        long minutes = seconds / 60;
        long hours = minutes / 60;
        if (hours >= 24) {
            return hours / 24 + "d" + hours % 24 + "h";
        }
        if (hours > 0) {
            return hours + "h" + minutes % 60 + "m";
        }
        return minutes > 0 ? minutes + "m" + seconds % 60 + "s" : seconds + "s";
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
