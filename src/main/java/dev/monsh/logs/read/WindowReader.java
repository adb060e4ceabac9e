package dev.monsh.logs.read;

import dev.monsh.failure.RejectedException;
import dev.monsh.logs.Direction;
import dev.monsh.logs.LogAnswer;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.PageQuery;
import dev.monsh.logs.TimeRange;
import java.util.List;

/**
 * Reads every line of a range, page by page, without loss or repeats.
 *
 * <p>The lines on the last timestamp of a full page may not be all of that timestamp, and Loki promises no order among
 * them. So they are left out and the next page begins with that timestamp: nothing has to be recognised again, and equal
 * lines stay what they are. Only where one timestamp fills a whole page, it is read on its own.
 */
final class WindowReader {

    private final PageFetcher fetcher;
    private final ServerLimits limits;
    private final String expression;
    private final Direction direction;

    WindowReader(PageFetcher fetcher, ServerLimits limits, String expression, Direction direction) {
        this.fetcher = fetcher;
        this.limits = limits;
        this.expression = expression;
        this.direction = direction;
    }

    /** Reads the whole window. */
    void read(TimeRange window, PageSink sink) {
        TimeRange rest = window;
        while (!rest.isEmpty() && sink.wantsMore()) {
            TimeRange part = rest.first(limits.longestRangeNanos(), direction);
            int limit = limits.pageLimit();
            switch (fetcher.patiently(new PageQuery(expression, part, limit, direction))) {
                case LogAnswer.Lines page -> rest = deliver(page.lines(), limit, part, rest, sink);
                case LogAnswer.PageTooBig refusal -> learn(refusal, limit);
                case LogAnswer.RangeTooLong refusal -> learn(refusal, part);
                case LogAnswer.Metric metric -> throw notLines(metric);
            }
        }
    }

    /** Hands a page on and returns what is left of the range. */
    TimeRange deliver(List<LogLine> lines, int limit, TimeRange part, TimeRange rest, PageSink sink) {
        // a server that counts the end in would otherwise give a line twice
        List<LogLine> page = lines.stream()
                .filter(line -> part.contains(line.timestampNanos()))
                .toList();
        if (lines.size() < limit || page.isEmpty()) {
            sink.page(page);
            return rest.after(part, direction);
        }
        long edge = page.getLast().timestampNanos();
        List<LogLine> whole =
                page.stream().filter(line -> line.timestampNanos() != edge).toList();
        if (whole.isEmpty()) {
            new InstantReader(fetcher, limits, expression, direction).read(edge, page, sink);
            return direction == Direction.FORWARD ? rest.withStart(edge + 1) : rest.withEnd(edge);
        }
        sink.page(whole);
        return direction == Direction.FORWARD ? rest.withStart(edge) : rest.withEnd(edge + 1);
    }

    /** Takes in what the server allows; throws when that is no less than what was asked for. */
    void learn(LogAnswer.PageTooBig refusal, int asked) {
        if (refusal.allowed() < 1 || refusal.allowed() >= asked) {
            throw new RejectedException("query", refusal.message());
        }
        limits.learn(refusal);
    }

    /** Takes in what the server allows; throws when that is no less than what was asked for. */
    void learn(LogAnswer.RangeTooLong refusal, TimeRange asked) {
        if (!refusal.allowed().isPositive() || refusal.allowed().compareTo(asked.length()) >= 0) {
            throw new RejectedException("query", refusal.message());
        }
        limits.learn(refusal);
    }

    private static RejectedException notLines(LogAnswer.Metric metric) {
        return new RejectedException(
                "query",
                "the server answered lines first and then a "
                        + metric.result().type().apiName());
    }
}
