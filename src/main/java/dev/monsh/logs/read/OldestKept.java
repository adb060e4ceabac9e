package dev.monsh.logs.read;

import dev.monsh.logs.LineSink;
import dev.monsh.logs.LogLine;

/** Remembers, of lines that come newest first, the oldest timestamp and how many lines it had. */
final class OldestKept implements LineSink {

    private long timestamp;
    private long count;

    @Override
    public void line(LogLine line) {
        count = count > 0 && line.timestampNanos() == timestamp ? count + 1 : 1;
        timestamp = line.timestampNanos();
    }

    /** Returns how many lines the oldest timestamp had; 0 where no line came. */
    long count() {
        return count;
    }

    long timestamp() {
        return timestamp;
    }

    /** Returns a sink that passes as many lines of the oldest timestamp as were counted, and all later ones. */
    LineSink from(LineSink sink) {
        return new LineSink() {
            private long left = count;

            @Override
            public void line(LogLine line) {
                if (line.timestampNanos() != timestamp || left-- > 0) {
                    sink.line(line);
                }
            }

            @Override
            public void incomplete(long timestampNanos, long delivered) {
                sink.incomplete(timestampNanos, delivered);
            }
        };
    }
}
