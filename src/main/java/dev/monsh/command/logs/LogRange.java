package dev.monsh.command.logs;

import dev.monsh.cli.Invocation;
import dev.monsh.cli.Option;
import dev.monsh.cli.TimeValue;
import dev.monsh.failure.UsageException;
import dev.monsh.logs.TimeRange;
import java.time.Duration;
import java.time.Instant;

/** The options that say which time is meant: {@code --since}, {@code --start}, {@code --end}. */
public final class LogRange {

    static final Option.Single<Duration> SINCE =
            Option.positiveDuration("since", "the last D, or D up to --end; default 1h");
    /** The same for what has no default range, and needs this or {@link #START}. */
    static final Option.Single<Duration> REQUIRED_SINCE =
            Option.positiveDuration("since", "the last D, or D up to --end; this or --start is required");

    static final Option.Single<TimeValue> START = Option.time("start", "starting at T");
    static final Option.Single<TimeValue> END = Option.time("end", "up to T, instead of now");

    private static final Duration USUAL = Duration.ofHours(1);

    /** What nanoseconds in 64 bits can count. */
    private static final Instant LATEST = Instant.ofEpochSecond(0, Long.MAX_VALUE);

    private LogRange() {}

    /** Tells whether the call names a range of its own. */
    static boolean given(Invocation call) {
        return hasSince(call) || call.has(START);
    }

    private static boolean hasSince(Invocation call) {
        return call.has(SINCE) || call.has(REQUIRED_SINCE);
    }

    /** Returns the range that the call names, or the last hour. */
    static TimeRange of(Invocation call, Instant now) {
        if (hasSince(call) && call.has(START)) {
            throw new UsageException("logs", "give --since or --start, not both", "monsh help logs");
        }
        Instant end = call.get(END).map(time -> time.at(now)).orElse(now);
        Instant start = call.get(START)
                .map(time -> time.at(now))
                .orElseGet(() -> end.minus(
                        call.get(SINCE).or(() -> call.get(REQUIRED_SINCE)).orElse(USUAL)));
        if (end.isBefore(start)) {
            throw new UsageException("--start", "is after the end of the range");
        }
        return new TimeRange(nanos(start), nanos(end));
    }

    /** Returns nanoseconds since 1970; what they can't count becomes the nearest that they can. */
    public static long nanos(Instant time) {
        if (time.isBefore(Instant.EPOCH)) {
            return 0;
        }
        return time.isAfter(LATEST) ? Long.MAX_VALUE : time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }
}
