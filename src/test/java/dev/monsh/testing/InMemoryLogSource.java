package dev.monsh.testing;

import dev.monsh.failure.MonshException;
import dev.monsh.labels.Labels;
import dev.monsh.logs.LogAnswer;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.MetricResult;
import dev.monsh.logs.PageQuery;
import dev.monsh.logs.TailConnection;
import dev.monsh.logs.TailListener;
import dev.monsh.logs.TailRequest;
import dev.monsh.logs.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The fake of the port: lines in memory, limits and failures as a test sets them. */
public class InMemoryLogSource implements LogSource {

    public final LineStore store = new LineStore();
    public final List<PageQuery> pages = new CopyOnWriteArrayList<>();
    public final Queue<MonshException> failures = new ConcurrentLinkedQueue<>();
    public volatile int pageCeiling = 5000;
    public volatile Duration longestRange = Duration.ofDays(100_000);
    public volatile @Nullable Duration namedLongestRange;

    @Override
    public LogAnswer page(PageQuery query) {
        pages.add(query);
        MonshException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        Duration named = namedLongestRange;
        if (query.range().length().compareTo(longestRange) > 0) {
            return new LogAnswer.RangeTooLong(named == null ? longestRange : named, "too long");
        }
        if (StandInExpression.isMetric(query.expression())) {
            return new LogAnswer.Metric(new MetricResult(MetricResult.Type.MATRIX, List.of()));
        }
        if (query.limit() > pageCeiling) {
            return new LogAnswer.PageTooBig(pageCeiling, "limit > max (" + query.limit() + " > " + pageCeiling + ")");
        }
        List<LogLine> found = store.find(
                StandInExpression.parse(query.expression()), query.range(), query.limit(), query.direction());
        return new LogAnswer.Lines(new ArrayList<>(found));
    }

    @Override
    public MetricResult instant(String expression, long atNanos) {
        return new MetricResult(MetricResult.Type.VECTOR, List.of());
    }

    @Override
    public List<String> labelNames(TimeRange range) {
        return List.of();
    }

    @Override
    public List<String> labelValues(String name, TimeRange range) {
        return List.of();
    }

    @Override
    public List<Labels> series(String selector, TimeRange range) {
        return store.streams(StandInExpression.parse(selector));
    }

    @Override
    public StreamStats stats(String selector, TimeRange range) {
        return new StreamStats(0, 0, 0, 0);
    }

    @Override
    public List<Volume> volume(String selector, TimeRange range) {
        return List.of();
    }

    @Override
    public List<DetectedField> detectedFields(String selector, TimeRange range) {
        return List.of();
    }

    @Override
    public TailConnection tail(TailRequest request, TailListener listener) {
        throw new UnsupportedOperationException("no tail here");
    }
}
