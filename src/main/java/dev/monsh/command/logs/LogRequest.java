package dev.monsh.command.logs;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.Option;
import dev.monsh.cli.ValueKind;
import dev.monsh.failure.UsageException;
import dev.monsh.logs.Direction;
import dev.monsh.logs.LineFilter;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.LogQuery;
import dev.monsh.logs.TimeRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a call of {@code logs} asks for, read before anything is sent.
 *
 * @param query with the lines' limit and filter
 * @param bounded whether the call itself says how many lines or which time
 */
public record LogRequest(LogQuery query, boolean bounded, Optional<LineFilter.Search> search, Optional<ZoneId> zone) {

    static final Option.Single<Integer> LIMIT = Option.number("limit", 0, "the newest N lines; 0 for all");
    static final Option.Flag NEWEST_FIRST = Option.flag("newest-first", "print the newest line first");
    static final Option.Single<ZoneId> TZ =
            Option.of("tz", "ZONE", ValueKind.TEXT, "the time zone to show, such as Asia/Tokyo", LogRequest::zone);
    static final Option.Single<LineFilter.Search> GREP = grep();
    static final Option.Single<Predicate<LogLine>> LEVEL = Option.of(
                    "level", "LEVEL", ValueKind.TEXT, "only lines at least as serious", LineFilter::level)
            .among("trace", "debug", "info", "warn", "error", "fatal");

    private static final int USUAL_LIMIT = 30;

    /** Returns the option {@code --grep}. */
    public static Option.Single<LineFilter.Search> grep() {
        return Option.of("grep", "RE", ValueKind.TEXT, "only lines in which RE is found", LineFilter::grep);
    }

    static LogRequest of(Invocation call, Instant now) {
        String expression = call.argument(0);
        if (expression.isBlank()) {
            throw new UsageException("logs", "the expression is empty", "monsh help logs");
        }
        TimeRange range = LogRange.of(call, now);
        int limit = call.get(LIMIT).orElse(USUAL_LIMIT);
        Optional<LineFilter.Search> search = call.get(GREP);
        Direction direction = call.get(NEWEST_FIRST) ? Direction.BACKWARD : Direction.FORWARD;
        LogQuery query = new LogQuery(expression, range, limit, direction, filter(call, search));
        return new LogRequest(query, LogRange.given(call), search, call.get(TZ));
    }

    private static Predicate<LogLine> filter(Invocation call, Optional<LineFilter.Search> search) {
        Optional<Predicate<LogLine>> level = call.get(LEVEL);
        if (search.isEmpty()) {
            return level.orElse(LineFilter.none());
        }
        Predicate<LogLine> found = search.get();
        return level.isEmpty() ? found : found.and(level.get());
    }

    private static ZoneId zone(String option, String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new UsageException(
                    option + " " + name,
                    "isn't a time zone; use UTC, Asia/Tokyo, America/Sao_Paulo or +09:00",
                    null,
                    e);
        }
    }
}
