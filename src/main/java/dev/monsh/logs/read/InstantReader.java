package dev.monsh.logs.read;

import dev.monsh.labels.Labels;
import dev.monsh.logs.Direction;
import dev.monsh.logs.LogAnswer;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.LogQlText;
import dev.monsh.logs.PageQuery;
import dev.monsh.logs.TimeRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads all lines of one timestamp that fill a whole page: with a larger limit where the server takes one, else stream
 * by stream. What is still missing then is said, never passed over.
 */
final class InstantReader {

    private static final int LARGEST_LIMIT = 160_000;

    private final PageFetcher fetcher;
    private final ServerLimits limits;
    private final String expression;
    private final Direction direction;

    InstantReader(PageFetcher fetcher, ServerLimits limits, String expression, Direction direction) {
        this.fetcher = fetcher;
        this.limits = limits;
        this.expression = expression;
        this.direction = direction;
    }

    /**
     * Hands on the lines of a timestamp.
     *
     * @param page what the server gave of it, a full page
     */
    void read(long timestamp, List<LogLine> page, PageSink sink) {
        TimeRange instant = new TimeRange(timestamp, timestamp + 1);
        Attempt raised = raised(expression, instant, page);
        if (raised.whole()) {
            sink.page(raised.lines());
            return;
        }
        Attempt divided = byStream(instant, raised.lines());
        sink.page(divided.lines());
        if (!divided.whole()) {
            sink.incomplete(timestamp, divided.lines().size());
        }
    }

    /** Asks with twice the limit, and twice again, until the lines are fewer than the limit. */
    private Attempt raised(String narrowed, TimeRange instant, List<LogLine> page) {
        List<LogLine> best = page;
        int limit = limits.pageLimit();
        while (best.size() >= limit) {
            int next = Math.min(Math.min(limit * 2, LARGEST_LIMIT), limits.pageCeiling());
            if (next <= limit) {
                return new Attempt(best, false);
            }
            switch (fetcher.patiently(new PageQuery(narrowed, instant, next, direction))) {
                case LogAnswer.Lines lines -> {
                    best = inside(instant, lines.lines());
                    limit = next;
                }
                case LogAnswer.PageTooBig refusal -> limits.learn(refusal);
                case LogAnswer.RangeTooLong refusal -> {
                    return new Attempt(best, false);
                }
                case LogAnswer.Metric metric -> {
                    return new Attempt(best, false);
                }
            }
        }
        return new Attempt(best, true);
    }

    private Attempt byStream(TimeRange instant, List<LogLine> page) {
        Set<Labels> streams = streams(instant, page);
        List<LogLine> lines = new ArrayList<>();
        boolean whole = true;
        for (Labels stream : streams) {
            String narrowed = LogQlText.narrowed(expression, stream);
            int limit = limits.pageLimit();
            if (!(fetcher.patiently(new PageQuery(narrowed, instant, limit, direction))
                    instanceof LogAnswer.Lines answer)) {
                return new Attempt(page, false);
            }
            Attempt one = raised(narrowed, instant, inside(instant, answer.lines()));
            // a server that passes the filters over must not give one line for every stream
            one.lines().stream().filter(line -> belongs(line, stream)).forEach(lines::add);
            whole &= one.whole();
        }
        return lines.size() < page.size() ? new Attempt(page, false) : new Attempt(lines, whole);
    }

    /** The streams as the store knows them: those of the page may be parted further by what was parsed. */
    private Set<Labels> streams(TimeRange instant, List<LogLine> page) {
        String selector = LogQlText.selector(expression);
        Set<Labels> streams = new HashSet<>(fetcher.source().series(selector, instant));
        if (streams.isEmpty()) {
            page.forEach(line -> streams.add(line.labels()));
        }
        return streams;
    }

    private static boolean belongs(LogLine line, Labels stream) {
        return line.labels().values().entrySet().containsAll(stream.values().entrySet());
    }

    private static List<LogLine> inside(TimeRange instant, List<LogLine> lines) {
        return lines.stream()
                .filter(line -> instant.contains(line.timestampNanos()))
                .toList();
    }

    private record Attempt(List<LogLine> lines, boolean whole) {}
}
