package dev.monsh.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Writes Unix milliseconds as RFC 3339 in UTC, {@code 2026-11-22T10:30:00Z}, with a fraction only where there is one. Made
 * for millions of them: the date is worked out once a day of the data.
 */
public final class Timestamps {

    private static final long DAY = 86_400_000;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private long day = Long.MIN_VALUE;
    private String date = "";

    /** Returns the time in UTC. */
    public String utc(long millis) {
        StringBuilder text = new StringBuilder(24);
        append(text, millis);
        return text.toString();
    }

    /** Appends the time in UTC. */
    public void append(StringBuilder text, long millis) {
        long epochDay = Math.floorDiv(millis, DAY);
        if (epochDay != day) {
            day = epochDay;
            date = LocalDate.ofEpochDay(epochDay) + "T";
        }
        int rest = (int) Math.floorMod(millis, DAY);
        text.append(date);
        twoDigits(text, rest / 3_600_000);
        text.append(':');
        twoDigits(text, rest / 60_000 % 60);
        text.append(':');
        twoDigits(text, rest / 1000 % 60);
        if (rest % 1000 != 0) {
            text.append('.').append((char) ('0' + rest / 100 % 10));
            twoDigits(text, rest % 100);
        }
        text.append('Z');
    }

    /** Returns the time in the local zone, for people. */
    public static String local(long millis) {
        return LOCAL.format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()));
    }

    /** Returns Unix seconds as Prometheus writes them: three digits behind the point, or none. */
    public static String unixSeconds(long millis) {
        String sign = millis < 0 ? "-" : "";
        String seconds = sign + Math.abs(millis / 1000);
        long fraction = Math.abs(millis % 1000);
        return fraction == 0 ? seconds : seconds + "." + (1000 + fraction + "").substring(1);
    }

    private static void twoDigits(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
