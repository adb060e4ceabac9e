package dev.monsh.testing;

import dev.monsh.labels.Labels;
import dev.monsh.logs.TimeRange;
import java.util.Map;
import java.util.Random;

/** Lines as they lie in time: the shapes that a reader of pages has to get through. The lines are numbered from 0. */
public enum LineShapes {
    EVEN(20 * 60) {
        @Override
        long time(int i, int lines, Random random) {
            return i * (nanos() / lines);
        }
    },
    DENSE_AT_THE_END(3 * 3600) {
        @Override
        long time(int i, int lines, Random random) {
            return nanos() * 8 / 9 + i * (nanos() / 9 / lines);
        }
    },
    DENSE_AT_THE_BEGINNING(3 * 3600) {
        @Override
        long time(int i, int lines, Random random) {
            return i * (nanos() / 9 / lines);
        }
    },
    GROWING(6 * 3600) {
        @Override
        long time(int i, int lines, Random random) {
            return (long) (nanos() * Math.sqrt((double) i / lines));
        }
    },
    FADING(6 * 3600) {
        @Override
        long time(int i, int lines, Random random) {
            return (long) (nanos() * Math.pow((double) i / lines, 2));
        }
    },
    A_BURST_EVERY_HOUR(7 * 86_400) {
        @Override
        long time(int i, int lines, Random random) {
            int bursts = 7 * 24;
            int inBurst = lines / bursts + 1;
            return i / inBurst * 3_600_000_000_000L + i % inBurst * 1_000_000L;
        }
    },
    SPARSE_OVER_MONTHS(180 * 86_400) {
        @Override
        long time(int i, int lines, Random random) {
            return i * (nanos() / lines);
        }

        @Override
        public int lines(int most) {
            return most / 100;
        }
    },
    ONE_BURST_IN_MONTHS(90 * 86_400) {
        @Override
        long time(int i, int lines, Random random) {
            return nanos() / 3 + i * 100_000L;
        }
    },
    MANY_LINES_ON_ONE_NANOSECOND(3600) {
        @Override
        long time(int i, int lines, Random random) {
            int together = lines / 60 + 1;
            return i / together * 60_000_000_000L + 17;
        }
    },
    BY_CHANCE(12 * 3600) {
        private long at;

        @Override
        long time(int i, int lines, Random random) {
            at = i == 0 ? 0 : at;
            long mean = nanos() / lines;
            at += random.nextInt(3) == 0 ? random.nextLong(2 * mean) * (random.nextInt(40) == 0 ? 20 : 1) : 0;
            return Math.min(at, nanos() - 1);
        }
    };

    /** When the range of each shape begins. */
    public static final long START = 1_795_344_000_000_000_000L;

    private final long seconds;

    LineShapes(long seconds) {
        this.seconds = seconds;
    }

    abstract long time(int i, int lines, Random random);

    /** Returns how many lines there are where the fullest shapes have so many. */
    public int lines(int most) {
        return most;
    }

    public TimeRange range() {
        return new TimeRange(START, START + nanos());
    }

    /** Puts the lines into a store, of three streams in turn, each named by its number. */
    public void fill(LineStore store, int most) {
        Random random = new Random(ordinal());
        int lines = lines(most);
        for (int i = 0; i < lines; i++) {
            Labels stream = Labels.of(Map.of("job", "x", "stream", Integer.toString(i % 3)));
            store.add(START + time(i, lines, random), stream, Integer.toString(i));
        }
    }

    long nanos() {
        return seconds * 1_000_000_000L;
    }
}
