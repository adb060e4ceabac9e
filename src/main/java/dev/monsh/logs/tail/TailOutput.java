package dev.monsh.logs.tail;

import dev.monsh.logs.LogLine;
import java.util.Optional;

/** What goes out of a tail: lines in order after a short wait, gaps where they belong, and the position behind both. */
final class TailOutput {

    private final TailSink sink;
    private final PositionStore store;
    private final TailSettings settings;
    private final HoldBack held = new HoldBack(this::print);
    private final PrintedLines printed = new PrintedLines();
    private boolean changed;
    private boolean unshown;
    private long saveAt = Long.MIN_VALUE;

    TailOutput(TailSink sink, PositionStore store, TailSettings settings) {
        this.sink = sink;
        this.store = store;
        this.settings = settings;
    }

    /** Returns where an earlier run of the same query ended. */
    Optional<TailPosition> load() {
        Optional<TailPosition> position = store.load();
        position.ifPresent(printed::restore);
        return position;
    }

    /** Takes in that the tail works: from here on there is a position to go on from. */
    void opened() {
        changed = true;
    }

    /** Takes a line that has just come from a connection. */
    void received(LogLine line, long now) {
        held.add(line, now + settings.holdBack().toNanos());
    }

    /** Takes a line of a query: one that is old enough waits for nothing. */
    void fetched(LogLine line, long now) {
        long wait = settings.holdBack().toNanos();
        held.add(line, Math.clamp(line.timestampNanos() + wait, now, now + wait));
    }

    void gap(TailEvent.Gap gap) {
        held.releaseThrough(gap.toNanos());
        unshown = true;
        sink.accept(gap);
        notice(TailEvent.Notice.Kind.GAP, "lines are missing: " + gap.reason());
    }

    void notice(TailEvent.Notice.Kind kind, String text) {
        sink.accept(new TailEvent.Notice(kind, text));
    }

    void release(long now) {
        held.release(now);
    }

    /** Takes in that nothing more is at hand for now. */
    void pause() {
        if (unshown) {
            unshown = false;
            sink.pause();
        }
    }

    /** Saves the position when it is time to. */
    void saveWhenDue(long now, TailScope scope) {
        if (changed && now >= saveAt) {
            save(scope);
            saveAt = now + settings.savePosition().toNanos();
        }
    }

    /** Prints what is left and saves the position. */
    void finish(TailScope scope) {
        held.releaseAll();
        if (changed) {
            save(scope);
        } else {
            sink.flush();
        }
    }

    long nextWake() {
        return Math.min(held.nextDue(), changed ? saveAt : Long.MAX_VALUE);
    }

    private void save(TailScope scope) {
        sink.flush();
        store.save(printed.position(scope.expression(), scope.start(), scope.covered()));
        changed = false;
    }

    private void print(LogLine line) {
        printed.add(line);
        changed = true;
        unshown = true;
        sink.accept(new TailEvent.Line(line));
    }

    /** What a position says beside the streams. */
    record TailScope(String expression, long start, long covered) {}
}
