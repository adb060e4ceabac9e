package dev.monsh.adapter.http.loki;

import dev.monsh.logs.LogAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the limits that Loki names when it refuses a query (texts of Loki 3.6; there is no other way to learn them). */
final class LokiLimits {

    private static final Pattern ENTRIES =
            Pattern.compile("max entries limit per query exceeded.*\\((\\d+) > (\\d{1,9})\\)");
    private static final Pattern RANGE =
            Pattern.compile("query time range exceeds the limit \\(query length: [^,]*, limit: ([0-9a-z.]+)\\)");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|w|d|h|m|s)");
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L, "w", 604_800_000L);

    private LokiLimits() {}

    /** Returns the limit that a message names. */
    static Optional<LogAnswer> in(String message) {
        Matcher entries = ENTRIES.matcher(message);
        if (entries.find()) {
            return Optional.of(new LogAnswer.PageTooBig(Integer.parseInt(entries.group(2)), message));
        }
        Matcher range = RANGE.matcher(message);
        return range.find()
                ? Optional.of(new LogAnswer.RangeTooLong(duration(range.group(1)), message))
                : Optional.empty();
    }

    /** Reads {@code 30d1h} and {@code 721h0m0s}; zero when no part of it is a duration. */
    static Duration duration(String text) {
        Matcher part = PART.matcher(text);
        double millis = 0;
        while (part.find()) {
            millis += Double.parseDouble(part.group(1)) * MILLIS.getOrDefault(part.group(2), 0L);
        }
        return Duration.ofMillis((long) millis);
    }
}
