package dev.monsh.dashboard.frame;

import java.time.Duration;
import java.util.Locale;

/** Numbers with the units that people read: three digits, so that a column of them has a width that never changes. */
final class Units {

    private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    private static final String[] COUNTS = {"", "k", "M", "G"};

    private Units() {}

    /** Returns a share of one core, or of all: {@code 0.4 %}, {@code 92 %}, {@code 340 %}. */
    static String percent(double percent) {
        return digits(percent) + " %";
    }

    /** Returns a number of bytes: {@code 410 MiB}. */
    static String bytes(double bytes) {
        double left = Math.max(0, bytes);
        int unit = 0;
        // 999.5 would be shown as 1000
        while (left >= 999.5 && unit < BYTES.length - 1) {
            left /= 1024;
            unit++;
        }
        return (unit == 0 ? whole(left) : digits(left)) + " " + BYTES[unit];
    }

    /** Returns a part and its whole in the whole's unit: {@code 5.1/15.6 GiB}. */
    static String bytesOf(double part, double whole) {
        double unit = 1;
        int name = 0;
        while (whole / unit >= 999.5 && name < BYTES.length - 1) {
            unit *= 1024;
            name++;
        }
        return String.format(Locale.ROOT, "%.1f/%.1f %s", part / unit, whole / unit, BYTES[name]);
    }

    /** Returns a count: {@code 118}, {@code 1.2k}. */
    static String count(double count) {
        double left = Math.max(0, count);
        int unit = 0;
        while (left >= 999.5 && unit < COUNTS.length - 1) {
            left /= 1000;
            unit++;
        }
        return (unit == 0 ? whole(left) : digits(left)) + COUNTS[unit];
    }

    /** Returns an age in its largest unit: {@code 42 s}, {@code 12 min}, {@code 5.2 h}, {@code 3.2 d}. */
    static String age(Duration age) {
        double seconds = Math.max(0, age.toSeconds());
        if (seconds < 100) {
            return whole(seconds) + " s";
        }
        if (seconds < 100 * 60) {
            return whole(seconds / 60) + " min";
        }
        return seconds < 48 * 3600 ? digits(seconds / 3600) + " h" : digits(seconds / 86_400) + " d";
    }

    /** Tens and more need no fraction; zero is zero. */
    private static String digits(double number) {
        return number < 9.95 && number >= 0.05 ? String.format(Locale.ROOT, "%.1f", number) : whole(number);
    }

    private static String whole(double number) {
        return Long.toString(Math.round(number));
    }
}
