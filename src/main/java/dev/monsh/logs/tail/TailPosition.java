package dev.monsh.logs.tail;

import dev.monsh.labels.Labels;
import java.util.List;
import java.util.Map;

/**
 * How far a tail has been printed: enough to go on from there in another process.
 *
 * @param expression the query it belongs to
 * @param startNanos where the first tail began: nothing before it is wanted
 * @param coveredNanos lines that came to the server before this time were received
 * @param unlistedNanos streams that are not listed were printed up to this time, where there are too many to list
 * @param streams the streams that were printed
 */
public record TailPosition(
        String expression, long startNanos, long coveredNanos, long unlistedNanos, List<Stream> streams) {

    /**
     * How far one stream has been printed.
     *
     * @param lastNanos the timestamp of its last line
     * @param printed how often each line of that timestamp was printed, by the line's fingerprint
     */
    public record Stream(Labels labels, long lastNanos, Map<Long, Integer> printed) {}
}
