package dev.monsh.logs.files;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the time at the beginning of a line: RFC 3339, or {@code YYYY-MM-DD HH:MM:SS} with an optional fraction behind a
 * dot or a comma, as Python's logging writes it.
 */
public final class LeadingTime {

    private static final Pattern TIME = Pattern.compile("^\\[?(\\d{4})-(\\d\\d)-(\\d\\d)[T ](\\d\\d):(\\d\\d):(\\d\\d)"
            + "(?:[.,](\\d{1,9}))?(Z|[+-]\\d\\d:?\\d\\d)?(?!\\d)");

    private final ZoneId zone;

    /**
     * Makes a reader.
     *
     * @param zone for times that name none
     */
    public LeadingTime(ZoneId zone) {
        this.zone = zone;
    }

    /** Returns nanoseconds since 1970; empty where the line begins with something else. */
    public OptionalLong of(String line) {
        Matcher time = TIME.matcher(line.length() > 40 ? line.substring(0, 40) : line);
        if (!time.find()) {
            return OptionalLong.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(time, 1),
                    number(time, 2),
                    number(time, 3),
                    number(time, 4),
                    number(time, 5),
                    number(time, 6));
            long seconds = local.atZone(time.group(8) == null ? zone : ZoneOffset.of(offset(time.group(8))))
                    .toEpochSecond();
            return OptionalLong.of(seconds * 1_000_000_000L + fraction(time.group(7)));
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private static int number(Matcher time, int group) {
        return Integer.parseInt(time.group(group));
    }

    private static long fraction(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong((digits + "000000000").substring(0, 9));
    }

    private static String offset(String text) {
        return text.length() == 5 ? text.substring(0, 3) + ":" + text.substring(3) : text;
    }
}
