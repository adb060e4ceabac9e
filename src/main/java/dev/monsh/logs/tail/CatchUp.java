package dev.monsh.logs.tail;

import dev.monsh.failure.Counted;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.logs.LineSink;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.LogQuery;
import dev.monsh.logs.TailFrame;
import dev.monsh.logs.TimeRange;
import dev.monsh.logs.read.LogReader;
import dev.monsh.logs.read.ReadOutcome;
import dev.monsh.logs.tail.TailEvent.Notice;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Fetches by query what a tail did not get: the gap before a new connection, the same a second time when the server has
 * settled, and entries that the server dropped.
 */
final class CatchUp {

    private static final long NEVER = Long.MAX_VALUE;

    /** How long a server that gave no answer is left alone: it may be waiting for its queries to end. */
    private static final long STOPPING_NANOS = 2_000_000_000L;

    /** Lines can be ahead of this machine's clock: by what the clocks differ, and by what Loki lets pass. */
    private static final long AHEAD_NANOS = 3_600_000_000_000L;

    /** How far back the second reading goes: a Loki that started shows its lines late, but not this late. */
    private static final long SETTLE_REACH_NANOS = 30_000_000_000L;

    private final LogReader reader;
    private final TailSettings settings;
    private final Timeline timeline;
    private final TailMemory memory;
    private final TailOutput output;
    private final String expression;
    private final LongConsumer filled;
    private final Pauses pauses;
    private final DroppedLines dropped;

    private boolean live;
    private boolean owed;
    private long fillAt = NEVER;
    private long fillFrom;
    private long giveUpAt;
    private long settleAt = NEVER;
    private long settleFrom;
    private long queries;
    private long fetched;

    /**
     * Begins with nothing to fetch.
     *
     * @param filled hears, line by line, how far the gap is filled: everything before that time has been read
     */
    CatchUp(TailParts parts, TailMemory memory, TailOutput output, String expression, LongConsumer filled) {
        this.reader = new LogReader(parts.queries(), parts.reading());
        this.settings = parts.settings();
        this.timeline = parts.timeline();
        this.memory = memory;
        this.output = output;
        this.expression = expression;
        this.filled = filled;
        this.pauses = new Pauses(settings.backOff(), parts.random());
        this.dropped = new DroppedLines(output);
    }

    /** Plans the gap before a connection that has just been made. */
    void opened(long from, long now) {
        fillFrom = owed ? Math.min(fillFrom, from) : from;
        fillAt = now;
        live = true;
        owed = true;
        giveUpAt = now + settings.patience().toNanos();
        fetched = 0;
        pauses.reset();
        settleFrom = Math.max(fillFrom, now - SETTLE_REACH_NANOS);
        settleAt = NEVER;
        memory.keepFrom(settleFrom);
    }

    /** Stops asking while there is no connection; what is owed stays owed. */
    void lost() {
        live = false;
        fillAt = NEVER;
        settleAt = NEVER;
    }

    /** Returns whether a gap is still open: frames have to wait for it. */
    boolean isWaiting() {
        return owed;
    }

    /** Returns whether everything before the connection has been read twice. */
    boolean isSettled() {
        return !owed && settleAt == NEVER && dropped.isEmpty();
    }

    /** Returns up to when the gap that has just been closed is not to be read again, whatever comes. */
    long closedThrough() {
        return settleFrom;
    }

    /** Returns how many lines the last gap had. */
    long fetched() {
        return fetched;
    }

    void dropped(TailFrame frame, long now) {
        if (!frame.dropped().isEmpty()) {
            dropped.add(frame.dropped(), now);
            output.notice(
                    Notice.Kind.DROPPED,
                    "the server dropped " + Counted.of(frame.dropped().size(), "line") + "; fetching them");
        }
    }

    /** Does what is due and returns whether the gap has just been closed. */
    boolean tick(long now) {
        if (!live || now < nextWake()) {
            return false;
        }
        if (owed) {
            return fill(now);
        }
        if (now >= settleAt) {
            settle(now);
        }
        if (now >= dropped.dueAt()) {
            fetchDropped(now);
        }
        return false;
    }

    long nextWake() {
        if (!live) {
            return NEVER;
        }
        return owed ? fillAt : Math.min(settleAt, dropped.dueAt());
    }

    private boolean fill(long now) {
        @Nullable ReadOutcome outcome = null;
        try {
            outcome = read(fillFrom, true);
        } catch (UnreachableException | TimedOutException passing) {
            if (timeline.nowNanos() < giveUpAt) {
                waitForAnswer(passing);
                return false;
            }
            giveUp(passing, now);
        } catch (RejectedException never) {
            giveUp(never, now);
        }
        if (outcome instanceof ReadOutcome.Metric) {
            throw new RejectedException("live tail", "the expression returns numbers; only lines can be followed");
        }
        owed = false;
        fillAt = NEVER;
        settleAt = timeline.nowNanos() + settings.settle().toNanos();
        return true;
    }

    /** A server that stops gets the time to do so, and the person knows what the tail waits for. */
    private void waitForAnswer(MonshException passing) {
        long pause = pauses.next();
        if (passing instanceof TimedOutException) {
            pause = Math.max(pause, STOPPING_NANOS);
            output.notice(Notice.Kind.WAITING, "waiting for the missed lines: " + passing.why() + "; retrying");
        }
        fillAt = timeline.nowNanos() + pause;
    }

    private void giveUp(MonshException failure, long now) {
        output.gap(new TailEvent.Gap(fillFrom, now, failure.why()));
    }

    private void settle(long now) {
        settleAt = NEVER;
        try {
            read(settleFrom, false);
            memory.keepFrom(NEVER);
        } catch (UnreachableException | TimedOutException passing) {
            if (now < giveUpAt) {
                settleAt = timeline.nowNanos() + pauses.next();
            } else {
                memory.keepFrom(NEVER);
            }
        } catch (RejectedException never) {
            // what the first reading could not say either
            memory.keepFrom(NEVER);
        }
    }

    private void fetchDropped(long now) {
        try {
            dropped.beginRound();
            read(dropped.earliest(), false);
            dropped.endRound(now, "the server dropped them and does not return them");
        } catch (UnreachableException | TimedOutException | RejectedException failure) {
            dropped.endRound(now, failure.why());
        }
    }

    private ReadOutcome read(long from, boolean sayIncomplete) {
        long query = ++queries;
        TimeRange range = new TimeRange(from, timeline.nowNanos() + AHEAD_NANOS);
        return reader.read(LogQuery.all(expression, range), new LineSink() {
            @Override
            public void line(LogLine line) {
                take(line, query);
            }

            @Override
            public void incomplete(long timestampNanos, long delivered) {
                if (sayIncomplete) {
                    output.gap(new TailEvent.Gap(
                            timestampNanos,
                            timestampNanos,
                            "the server returns only " + delivered + " lines per timestamp"));
                }
            }
        });
    }

    private void take(LogLine line, long query) {
        long now = timeline.nowNanos();
        if (owed) {
            // lines come in the order of their times, so another attempt need not begin before this one
            fillFrom = Math.max(fillFrom, line.timestampNanos());
            giveUpAt = now + settings.patience().toNanos();
            pauses.reset();
        }
        boolean wanted = dropped.found(line);
        if (memory.fetched(line, query, now, wanted)) {
            fetched++;
            output.fetched(line, now);
        }
        output.release(now);
        if (owed) {
            filled.accept(line.timestampNanos());
        }
    }
}
