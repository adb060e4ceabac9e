package dev.monsh.logs.tail;

import java.time.Duration;

/**
 * How a tail behaves.
 *
 * @param holdBack how long a line waits for earlier ones of other streams
 * @param ping how often the connection is probed; twice that long is the longest silence of a dead one
 * @param settle how long after a connection was made the gap before it is read a second time: a Loki that has just
 *     started does not show everything at once
 * @param overlap how far lines of one stream may come out of order and still be known as printed
 * @param reach how far before a lost connection the gap of a quiet stream is looked for
 * @param patience how long a first connection, and the filling of a gap, are tried while the server is in trouble
 * @param backOff how long between attempts to connect
 * @param savePosition how often the position is saved
 */
public record TailSettings(
        Duration holdBack,
        Duration ping,
        Duration settle,
        Duration overlap,
        Duration reach,
        Duration patience,
        BackOff backOff,
        Duration savePosition) {

    /**
     * Growing pauses.
     *
     * @param first the first one
     * @param most the longest
     */
    public record BackOff(Duration first, Duration most) {}

    /** Returns what suits a person at a terminal. */
    public static TailSettings defaults() {
        return new TailSettings(
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                Duration.ofMinutes(2),
                Duration.ofSeconds(60),
                new BackOff(Duration.ofMillis(250), Duration.ofSeconds(15)),
                Duration.ofSeconds(1));
    }
}
