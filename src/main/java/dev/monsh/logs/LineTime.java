package dev.monsh.logs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Writes timestamps of lines, exact to the nanosecond. Made for millions of them: a date is worked out once a second of the
 * data. For one thread.
 */
public final class LineTime {

    private static final long SECOND = 1_000_000_000L;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int DAY = 86_400;

    private final ZoneId zone;
    private long second = Long.MIN_VALUE;
    private String date = "";
    private String time = "";
    private String offset = "";

    /** Writes in the time of a zone. */
    public LineTime(ZoneId zone) {
        this.zone = zone;
    }

    /** Writes in UTC, as scripts want it. */
    public static LineTime utc() {
        return new LineTime(ZoneOffset.UTC);
    }

    /** Returns RFC 3339 with all nine digits: {@code 2026-11-22T10:30:00.000000001Z}. */
    public String exact(long timestampNanos) {
        moveTo(Math.floorDiv(timestampNanos, SECOND));
        long fraction = Math.floorMod(timestampNanos, SECOND);
        return date + 'T' + time + '.' + digits(fraction + SECOND) + offset;
    }

    /** Returns the time to the millisecond, for people: {@code 2026-11-22 10:30:00.000}. */
    public String brief(long timestampNanos) {
        moveTo(Math.floorDiv(timestampNanos, SECOND));
        long fraction = Math.floorMod(timestampNanos, SECOND) / 1_000_000;
        return date + ' ' + time + '.' + digits(fraction + 1000);
    }

    private static String digits(long withOneBefore) {
        return Long.toString(withOneBefore).substring(1);
    }

    private void moveTo(long epochSecond) {
        if (epochSecond == second) {
            return;
        }
        second = epochSecond;
        int ahead = zone instanceof ZoneOffset fixed
                ? fixed.getTotalSeconds()
                : zone.getRules().getOffset(Instant.ofEpochSecond(epochSecond)).getTotalSeconds();
        long local = epochSecond + ahead;
        date = LocalDate.ofEpochDay(Math.floorDiv(local, (long) DAY)).toString();
        int ofDay = (int) Math.floorMod(local, (long) DAY);
        time = two(ofDay / HOUR) + ':' + two(ofDay / MINUTE % 60) + ':' + two(ofDay % MINUTE);
        int distance = Math.abs(ahead);
        offset = ahead == 0 ? "Z" : (ahead < 0 ? "-" : "+") + two(distance / HOUR) + ':' + two(distance / MINUTE % 60);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
