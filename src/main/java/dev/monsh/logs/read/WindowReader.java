package dev.monsh.logs.read;

import dev.monsh.failure.RejectedException;
import dev.monsh.logs.Direction;
import dev.monsh.logs.LogAnswer;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.PageQuery;
import dev.monsh.logs.TimeRange;
import dev.monsh.logs.read.WindowAnswer.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks for the lines of a window, without loss or repeats at its boundaries.
 *
 * <p>The lines on the last timestamp of a full page may not be all of that timestamp, and Loki promises no order among
 * them. So they are left out and what is left of the window begins with that timestamp: nothing has to be recognised
 * again, and equal lines stay what they are. Only a timestamp that fills a whole page is read on its own.
 */
final class WindowReader {

    /** A shorter range than this is never refused for its length; so a refusal of it is not about the length. */
    private static final long SHORTEST_RANGE_NANOS = 60_000_000_000L;

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

    Direction direction() {
        return direction;
    }

    /** Asks for the first page of a window: all of it when the window holds less than a page. */
    WindowAnswer read(TimeRange window) {
        while (true) {
            TimeRange part = window.first(limits.longestRangeNanos(), direction);
            int limit = limits.pageLimit();
            switch (fetcher.patiently(new PageQuery(expression, part, limit, direction))) {
                case LogAnswer.Lines page -> {
                    return taken(page.lines(), limit, part, window);
                }
                case LogAnswer.PageTooBig refusal -> learn(refusal, limit);
                case LogAnswer.RangeTooLong refusal -> learn(refusal, part);
                case LogAnswer.Metric metric -> throw notLines(metric);
            }
        }
    }

    /**
     * Takes in a page.
     *
     * @param part what was asked for, the beginning of the window
     */
    WindowAnswer taken(List<LogLine> lines, int limit, TimeRange part, TimeRange window) {
        // a server that counts the end in would otherwise give a line twice
        List<LogLine> page = lines.stream()
                .filter(line -> part.contains(line.timestampNanos()))
                .toList();
        if (lines.size() < limit || page.isEmpty()) {
            TimeRange left = window.after(part, direction);
            return new WindowAnswer(List.of(new Step.Page(page)), left, page.size(), part.lengthNanos(), null);
        }
        boolean forward = direction == Direction.FORWARD;
        long edge = page.getLast().timestampNanos();
        List<LogLine> whole =
                page.stream().filter(line -> line.timestampNanos() != edge).toList();
        if (whole.isEmpty()) {
            TimeRange left = forward ? window.withStart(edge + 1) : window.withEnd(edge);
            long nanos = Math.max(1, window.lengthNanos() - left.lengthNanos());
            return new WindowAnswer(instant(edge, page), left, page.size(), nanos, null);
        }
        TimeRange left = forward ? window.withStart(edge) : window.withEnd(edge + 1);
        long nanos = Math.abs(edge - whole.getFirst().timestampNanos());
        return new WindowAnswer(List.of(new Step.Page(whole)), left, whole.size(), nanos, null);
    }

    private List<Step> instant(long timestamp, List<LogLine> page) {
        List<Step> steps = new ArrayList<>();
        new InstantReader(fetcher, limits, expression, direction).read(timestamp, page, new PageSink() {
            @Override
            public void page(List<LogLine> lines) {
                steps.add(new Step.Page(lines));
            }

            @Override
            public void incomplete(long timestampNanos, long delivered) {
                steps.add(new Step.Incomplete(timestampNanos, delivered));
            }
        });
        return steps;
    }

    /** Takes in what the server allows; throws when that is no less than what was asked for. */
    void learn(LogAnswer.PageTooBig refusal, int asked) {
        if (refusal.allowed() < 1 || refusal.allowed() >= asked) {
            throw new RejectedException("query", refusal.message());
        }
        limits.learn(refusal);
    }

    /**
     * Takes in what the server allows. A server that refuses a range no longer than the limit it names is asked for
     * half as much, until the range cannot be the reason.
     */
    void learn(LogAnswer.RangeTooLong refusal, TimeRange asked) {
        long allowed = refusal.allowed().toNanos();
        if (allowed < 1 || allowed >= asked.lengthNanos()) {
            if (asked.lengthNanos() <= SHORTEST_RANGE_NANOS) {
                throw new RejectedException("query", refusal.message());
            }
            allowed = asked.lengthNanos() / 2;
        }
        limits.learnLongestRange(allowed);
    }

    private static RejectedException notLines(LogAnswer.Metric metric) {
        return new RejectedException(
                "query",
                "the server answered lines first and then a "
                        + metric.result().type().apiName());
    }
}
