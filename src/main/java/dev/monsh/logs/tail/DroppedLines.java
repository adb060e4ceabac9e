package dev.monsh.logs.tail;

import dev.monsh.failure.Counted;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.TailFrame;
import java.util.ArrayList;
import java.util.List;

/** Entries that a server left out of a tail, until a query gives them. */
final class DroppedLines {

    private static final int ROUNDS = 4;
    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final TailOutput output;
    private final List<Wanted> wanted = new ArrayList<>();
    private int rounds;
    private long dueAt = Long.MAX_VALUE;

    DroppedLines(TailOutput output) {
        this.output = output;
    }

    boolean isEmpty() {
        return wanted.isEmpty();
    }

    /** Returns when the next round is due. */
    long dueAt() {
        return dueAt;
    }

    void add(List<TailFrame.Dropped> dropped, long now) {
        dropped.forEach(entry -> wanted.add(new Wanted(entry)));
        rounds = 0;
        dueAt = now;
    }

    /** Returns from where a query has to read. */
    long earliest() {
        return wanted.stream()
                .mapToLong(one -> one.entry.timestampNanos())
                .min()
                .orElseThrow();
    }

    void beginRound() {
        wanted.forEach(one -> one.found = false);
    }

    /** Takes in a line of a query and returns whether it is one of those that were left out. */
    boolean found(LogLine line) {
        boolean any = false;
        for (Wanted one : wanted) {
            if (one.isAt(line)) {
                one.found = true;
                any = true;
            }
        }
        return any;
    }

    /** Plans another round for what was not found, or says that it is lost. */
    void endRound(long now, String why) {
        wanted.removeIf(one -> one.found);
        rounds++;
        if (wanted.isEmpty()) {
            dueAt = Long.MAX_VALUE;
        } else if (rounds < ROUNDS) {
            dueAt = now + rounds * PAUSE_NANOS;
        } else {
            long latest = wanted.stream()
                    .mapToLong(one -> one.entry.timestampNanos())
                    .max()
                    .orElseThrow();
            output.gap(new TailEvent.Gap(earliest(), latest, Counted.of(wanted.size(), "line") + ": " + why));
            wanted.clear();
            dueAt = Long.MAX_VALUE;
        }
    }

    private static final class Wanted {
        private final TailFrame.Dropped entry;
        private boolean found;

        Wanted(TailFrame.Dropped entry) {
            this.entry = entry;
        }

        /** What was parsed from a line may be missing in the labels of a dropped one. */
        boolean isAt(LogLine line) {
            return line.timestampNanos() == entry.timestampNanos()
                    && line.labels()
                            .values()
                            .entrySet()
                            .containsAll(entry.labels().values().entrySet());
        }
    }
}
