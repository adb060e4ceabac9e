package dev.monsh.logs.tail;

import java.util.random.RandomGenerator;

/** The pauses between attempts: each about twice the one before, with jitter, up to a longest one. */
final class Pauses {

    private final TailSettings.BackOff backOff;
    private final RandomGenerator random;
    private int attempts;

    Pauses(TailSettings.BackOff backOff, RandomGenerator random) {
        this.backOff = backOff;
        this.random = random;
    }

    /** Returns the next pause in nanoseconds: between a half of what is due and all of it. */
    long next() {
        long most = backOff.most().toNanos();
        long due = Math.min(most, (long) (backOff.first().toNanos() * Math.pow(2, Math.min(attempts, 40))));
        attempts++;
        return due / 2 + random.nextLong(Math.max(1, due / 2 + 1));
    }

    /** Starts again with the first pause. */
    void reset() {
        attempts = 0;
    }
}
