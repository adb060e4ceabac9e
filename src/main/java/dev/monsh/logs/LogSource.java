package dev.monsh.logs;

import dev.monsh.labels.Labels;
import java.util.List;

/**
 * A Loki. Every call blocks, can be interrupted, and fails with one of the exceptions of {@code dev.monsh.failure}:
 * unreachable (also 429 and 5xx: later may help), refused (401, 403), rejected (another 4xx, with the server's whole
 * text), timed out.
 */
public interface LogSource {

    /** Asks for one page of lines; a metric expression is answered with a matrix. */
    LogAnswer page(PageQuery query);

    /**
     * Asks for the value of a metric expression at one time; lines are rejected by the server.
     *
     * @param atNanos nanoseconds since 1970
     */
    MetricResult instant(String expression, long atNanos);

    /** Returns the names of labels that streams had in the range, sorted. */
    List<String> labelNames(TimeRange range);

    /** Returns the values of a label in the range, sorted; empty for a label that nobody knows. */
    List<String> labelValues(String name, TimeRange range);

    /** Returns the streams that a selector matches, sorted. */
    List<Labels> series(String selector, TimeRange range);

    /** Returns how much the index knows of a selector; zeros for what is still in the memory of the ingester. */
    StreamStats stats(String selector, TimeRange range);

    /** Returns the bytes of each label set, the largest first. */
    List<Volume> volume(String selector, TimeRange range);

    /** Returns the fields that the server finds in the lines; empty where it finds none. */
    List<DetectedField> detectedFields(String selector, TimeRange range);

    /**
     * Opens a live tail. Returns at once; the listener hears what follows, on a thread of the connection.
     * Frames are not read on while the listener is busy, so that a slow reader slows the server.
     */
    TailConnection tail(TailRequest request, TailListener listener);

    /** What the index counts. */
    record StreamStats(long streams, long chunks, long bytes, long entries) {}

    /** The bytes that one label set took in a range. */
    record Volume(Labels labels, long bytes) {}

    /**
     * A field found in lines.
     *
     * @param type {@code string}, {@code int}, {@code float}, {@code duration}, {@code bytes}, {@code boolean}
     * @param cardinality about how many values it has
     * @param parsers the LogQL parsers that find it: {@code json}, {@code logfmt}
     */
    record DetectedField(String name, String type, long cardinality, List<String> parsers) {}
}
