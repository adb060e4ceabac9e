package dev.monsh.logs.read;

import dev.monsh.failure.RejectedException;
import dev.monsh.logs.Direction;
import dev.monsh.logs.LineSink;
import dev.monsh.logs.LogAnswer;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.LogQuery;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.PageQuery;
import dev.monsh.logs.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads the lines of a query, however many the server gives in one answer. The lines go to a sink in the order asked
 * for; at most a few pages are in memory, except for a limit up to {@value #KEPT_IN_MEMORY}, which has to be turned
 * round.
 */
public final class LogReader {

    /** The newest lines up to this many are read backwards and kept; more are read twice instead. */
    static final int KEPT_IN_MEMORY = 20_000;

    private final PageFetcher fetcher;
    private final ServerLimits limits;
    private final ReadSettings settings;

    /** How wide a window was that held about a page, in nanoseconds; 0 before the first. */
    private final AtomicLong knownWidth = new AtomicLong();

    /** Makes a reader; what it learns of the server's limits and of how dense the lines are serves all its queries. */
    public LogReader(LogSource source, ReadSettings settings) {
        this.fetcher = new PageFetcher(source, settings);
        this.limits = new ServerLimits(settings.pageLimit());
        this.settings = settings;
    }

    /**
     * Reads a query.
     *
     * @throws dev.monsh.failure.MonshException as {@link LogSource} says; lines read before it have gone to the sink
     */
    public ReadOutcome read(LogQuery query, LineSink sink) {
        if (query.limit() == 0 || query.direction() == Direction.BACKWARD) {
            return stream(query, query.direction(), new CountingSink(sink, query.limit(), query.filter()));
        }
        return query.limit() <= KEPT_IN_MEMORY ? readAndTurn(query, sink) : readTwice(query, sink);
    }

    private ReadOutcome readAndTurn(LogQuery query, LineSink sink) {
        TurningSink turning = new TurningSink();
        ReadOutcome outcome =
                stream(query, Direction.BACKWARD, new CountingSink(turning, query.limit(), query.filter()));
        turning.pourInto(sink);
        return outcome;
    }

    /** Finds where the newest N lines begin, then reads forward from there. */
    private ReadOutcome readTwice(LogQuery query, LineSink sink) {
        OldestKept oldest = new OldestKept();
        ReadOutcome outcome =
                stream(query, Direction.BACKWARD, new CountingSink(oldest, query.limit(), query.filter()));
        if (oldest.count() > 0) {
            TimeRange range = query.range().withStart(oldest.timestamp());
            LogQuery again = LogQuery.all(query.expression(), range);
            stream(again, Direction.FORWARD, new CountingSink(oldest.from(sink), 0, query.filter()));
        }
        return outcome;
    }

    private ReadOutcome stream(LogQuery query, Direction direction, CountingSink sink) {
        WindowReader reader = new WindowReader(fetcher, limits, query.expression(), direction);
        TimeRange range = query.range();
        long width = firstWidth(query, sink);
        while (!range.isEmpty()) {
            TimeRange part = range.first(Math.min(width, limits.longestRangeNanos()), direction);
            int limit = pageLimit(query, sink);
            LogAnswer answer = fetcher.once(new PageQuery(query.expression(), part, limit, direction));
            // no pattern switch: it is linked on its first use, and most calls end with this answer
            if (answer instanceof LogAnswer.Lines page) {
                readOn(reader, new FirstPage(page.lines(), limit, part), sink, query);
                return new ReadOutcome.Lines(sink.count());
            } else if (answer instanceof LogAnswer.Metric metric) {
                if (part.equals(range)) {
                    return new ReadOutcome.Metric(metric.result());
                }
                requireWhole(limits.longestRangeNanos(), range);
                width = Long.MAX_VALUE;
            } else if (answer instanceof LogAnswer.PageTooBig refusal) {
                reader.learn(refusal, limit);
            } else if (answer instanceof LogAnswer.RangeTooLong refusal) {
                reader.learn(refusal, part);
            }
        }
        return new ReadOutcome.Lines(0);
    }

    /** Numbers over a part of the range are not the numbers over the range, and the parts cannot be put together. */
    private static void requireWhole(long longestNanos, TimeRange range) {
        if (longestNanos < range.lengthNanos()) {
            throw new RejectedException(
                    "query",
                    "the server computes a metric over at most "
                            + Duration.ofNanos(longestNanos).toHours() + " hours");
        }
    }

    /** The first window: all of the range where one page is enough, else a part that tells how dense the lines are. */
    private long firstWidth(LogQuery query, CountingSink sink) {
        if (query.isUnfiltered() && sink.wanted() <= limits.pageLimit()) {
            return Long.MAX_VALUE;
        }
        long known = knownWidth.get();
        return known > 0
                ? known
                : Math.max(settings.firstWindow().toNanos(), query.range().lengthNanos() / WindowPlan.GROWTH);
    }

    /** Where lines are filtered here, nobody knows how many have to be asked for. */
    private int pageLimit(LogQuery query, CountingSink sink) {
        return query.isUnfiltered() ? (int) Math.min(sink.wanted(), limits.pageLimit()) : limits.pageLimit();
    }

    private void readOn(WindowReader reader, FirstPage first, CountingSink sink, LogQuery query) {
        if (query.isUnfiltered() && first.lines().size() >= sink.wanted()) {
            // the server made the cut; it has no need to be on the border of a timestamp
            sink.page(first.lines());
            return;
        }
        TimeRange range = query.range();
        WindowAnswer answer = reader.taken(first.lines(), first.limit(), first.part(), range);
        if (answer.left().isEmpty()) {
            answer.into(sink);
            return;
        }
        WindowPlan plan = new WindowPlan(range, answer, reader.direction(), limits::pageLimit);
        new ReadAhead(reader, settings.parallel()).read(plan, sink);
        knownWidth.set(plan.widthNanos());
    }

    /** The answer to the first request: of {@code part}, the first piece of the range. */
    private record FirstPage(List<LogLine> lines, int limit, TimeRange part) {}
}
