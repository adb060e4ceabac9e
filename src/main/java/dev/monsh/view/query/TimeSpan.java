package dev.monsh.view.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The time that a graph covers.
 *
 * @param start in milliseconds since 1970
 * @param end later than {@code start}
 */
public record TimeSpan(long start, long end) {

    private static final long MINUTES_WITH_SECONDS = 300_000;

    public TimeSpan {
        end = Math.max(start + 1, end);
    }

    /** Returns where in the span a time is: 0 at its start, 1 at its end. */
    double position(long millis) {
        return (double) (millis - start) / (end - start);
    }

    /** Returns whether a time, in milliseconds since 1970, is in the span; both ends are. */
    boolean holds(long millis) {
        return start <= millis && millis <= end;
    }

    /** Returns a time of the span in the user's zone: with seconds if it is short, with the date if it spans days. */
    String text(long millis) {
        ZoneId zone = ZoneId.systemDefault();
        LocalDate first = Instant.ofEpochMilli(start).atZone(zone).toLocalDate();
        LocalDate last = Instant.ofEpochMilli(end).atZone(zone).toLocalDate();
        String date = first.equals(last) ? "" : first.getYear() == last.getYear() ? "MM-dd " : "yyyy-MM-dd ";
        String time = end - start < MINUTES_WITH_SECONDS ? "HH:mm:ss" : "HH:mm";
        return DateTimeFormatter.ofPattern(date + time, Locale.ROOT)
                .format(Instant.ofEpochMilli(millis).atZone(zone));
    }
}
