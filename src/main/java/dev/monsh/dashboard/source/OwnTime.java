package dev.monsh.dashboard.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time that a line of a server's output begins with, as Prometheus and Loki write it: {@code ts=2026-…Z}. */
final class OwnTime {

    private static final Pattern FIRST = Pattern.compile(
            "^(?:(?:ts|time|t)=)?\"?(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d))");

    private OwnTime() {}

    /** Returns it; empty where the line begins with something else. */
    static Optional<Instant> of(String line) {
        Matcher matcher = FIRST.matcher(line);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(matcher.group(1)).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
