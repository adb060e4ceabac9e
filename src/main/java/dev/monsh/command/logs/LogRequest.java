package dev.monsh.command.logs;

import dev.monsh.cli.Invocation;
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
record LogRequest(LogQuery query, boolean bounded, Optional<LineFilter.Search> search, Optional<ZoneId> zone) {

    private static final int USUAL_LIMIT = 30;

    static LogRequest of(Invocation call, Instant now) {
        String expression = call.argument(0);
        if (expression.isBlank()) {
            throw new UsageException("logs", "the expression is empty", "monsh help logs");
        }
        TimeRange range = LogRange.of(call, now);
        int limit = call.number("limit", 0).orElse(USUAL_LIMIT);
        Optional<LineFilter.Search> search = call.option("grep").map(LineFilter::grep);
        Direction direction = call.flag("newest-first") ? Direction.BACKWARD : Direction.FORWARD;
        LogQuery query = new LogQuery(expression, range, limit, direction, filter(call, search));
        return new LogRequest(
                query, LogRange.given(call), search, call.option("tz").map(LogRequest::zone));
    }

    private static Predicate<LogLine> filter(Invocation call, Optional<LineFilter.Search> search) {
        Optional<Predicate<LogLine>> level = call.option("level").map(LineFilter::level);
        if (search.isEmpty()) {
            return level.orElse(LineFilter.none());
        }
        Predicate<LogLine> found = search.get();
        return level.isEmpty() ? found : found.and(level.get());
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new UsageException(
                    "--tz " + name, "is no time zone; write UTC, Asia/Tokyo, America/Sao_Paulo or +09:00", null, e);
        }
    }
}
