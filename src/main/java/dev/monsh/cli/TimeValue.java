package dev.monsh.cli;

import dev.monsh.failure.UsageException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as they are typed: RFC 3339, {@code 2026-11-22}, {@code 2026-11-22 10:30[:00]} in the local zone, Unix
 * seconds with or without a fraction, {@code now}, {@code now-1h30m}.
 */
public final class TimeValue {

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final String what;
    private final String text;
    private final @Nullable Instant absolute;
    private final Duration offset;

    private TimeValue(String what, String text, @Nullable Instant absolute, Duration offset) {
        this.what = what;
        this.text = text;
        this.absolute = absolute;
        this.offset = offset;
    }

    /**
     * Reads a point in time.
     *
     * @param what the option that it is for, named in the failure
     */
    public static TimeValue parse(String what, String text) {
        if (text.startsWith("now")) {
            return new TimeValue(what, text, null, offset(what, text));
        }
        try {
            Instant time = absolute(text);
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw outside(what, text);
            }
            return new TimeValue(what, text, time, Duration.ZERO);
        } catch (DateTimeException | ArithmeticException e) {
            throw unreadable(what, text, e);
        }
    }

    /** Returns the point in time; {@code now} is the one given. */
    public Instant at(Instant now) {
        Instant time = absolute == null ? now.plus(offset) : absolute;
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw outside(what, text);
        }
        return time;
    }

    private static UsageException outside(String what, String text) {
        return new UsageException(what + " " + text, "is outside the years 0000 to 9999");
    }

    private static Instant absolute(String text) {
        // two digits of exponent: more would be no time, and take BigDecimal very long
        if (text.matches("-?\\d+(\\.\\d*)?([eE][+-]?\\d{1,2})?")) {
            return unixSeconds(text);
        }
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
        }
        // RFC 3339, 5.6 allows a lower-case t and z, and a blank instead of the T
        String iso = text.replace(' ', 'T').toUpperCase(java.util.Locale.ROOT);
        return iso.matches(".*(Z|[+-]\\d{2}:\\d{2})")
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).atZone(ZoneId.systemDefault()).toInstant();
    }

    private static Duration offset(String what, String text) {
        if (text.equals("now")) {
            return Duration.ZERO;
        }
        char sign = text.charAt(3);
        if ((sign != '-' && sign != '+') || text.length() == 4) {
            throw unreadable(what, text, null);
        }
        Duration offset = DurationValue.parse(what, text.substring(4));
        return sign == '-' ? offset.negated() : offset;
    }

    private static Instant unixSeconds(String text) {
        BigDecimal seconds = new BigDecimal(text);
        long whole = seconds.setScale(0, RoundingMode.FLOOR).longValueExact();
        long nanos = seconds.subtract(BigDecimal.valueOf(whole))
                .movePointRight(9)
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
        return Instant.ofEpochSecond(whole, nanos);
    }

    private static UsageException unreadable(String what, String text, @Nullable Throwable cause) {
        return new UsageException(
                what + " " + text,
                "isn't a time; use 2026-11-22, '2026-11-22 10:30', 2026-11-22T10:30:00Z, 1795343400, now or now-1h30m",
                null,
                cause);
    }
}
