package dev.monsh.logs;

import dev.monsh.labels.Labels;
import java.util.List;

/**
 * One message of a tail.
 *
 * @param lines as they stood in the message
 * @param dropped lines that the server left out because the reader was too slow for it
 */
public record TailFrame(List<LogLine> lines, List<Dropped> dropped) {

    /** The place of a line that was left out. */
    public record Dropped(long timestampNanos, Labels labels) {}
}
