package dev.monsh.dashboard.state;

import java.util.Arrays;

/**
 * The recent values of one number, at most {@value #MOST} of them. What comes within {@value #SPACING} ms of the last one
 * replaces it by their mean, so that five minutes fit whatever the rate.
 */
public final class History {

    /** A little more than five minutes of them. */
    static final int MOST = 104;

    static final int SPACING = 3000;

    private static final History EMPTY = new History(new long[0], new double[0], 0);

    private final long[] times;
    private final double[] values;
    /** How many readings the last value is the mean of. */
    private final int merged;

    private History(long[] times, double[] values, int merged) {
        this.times = times;
        this.values = values;
        this.merged = merged;
    }

    public static History empty() {
        return EMPTY;
    }

    /** Returns it with one more value. */
    public History with(long millis, double value) {
        int size = times.length;
        if (size > 0 && millis - times[size - 1] < SPACING) {
            double[] changed = values.clone();
            changed[size - 1] = (changed[size - 1] * merged + value) / (merged + 1);
            return new History(times, changed, merged + 1);
        }
        int from = size < MOST ? 0 : 1;
        long[] nextTimes = Arrays.copyOfRange(times, from, size + 1);
        double[] nextValues = Arrays.copyOfRange(values, from, size + 1);
        nextTimes[nextTimes.length - 1] = millis;
        nextValues[nextValues.length - 1] = value;
        return new History(nextTimes, nextValues, 1);
    }

    /** Returns these values and, after them, the later ones of another history. */
    public History followedBy(History later) {
        History all = EMPTY;
        long from = later.size() == 0 ? Long.MAX_VALUE : later.time(0);
        for (int i = 0; i < size() && times[i] < from; i++) {
            all = all.with(times[i], values[i]);
        }
        for (int i = 0; i < later.size(); i++) {
            all = all.with(later.time(i), later.value(i));
        }
        return all;
    }

    /** Returns how many values there are. */
    public int size() {
        return times.length;
    }

    /** Returns the value at an index, the oldest first. */
    public double value(int index) {
        return values[index];
    }

    /** Returns the time of a value in Unix milliseconds. */
    public long time(int index) {
        return times[index];
    }

    /** Returns the largest value of each of so many equal spans that end at a time; NaN for a span without any. */
    public double[] spans(long endMillis, long lengthMillis, int count) {
        double[] largest = new double[count];
        Arrays.fill(largest, Double.NaN);
        for (int i = 0; i < times.length; i++) {
            long back = endMillis - times[i];
            if (back >= 0 && back < lengthMillis) {
                int span = count - 1 - (int) (back * count / lengthMillis);
                largest[span] = Double.isNaN(largest[span]) ? values[i] : Math.max(largest[span], values[i]);
            }
        }
        return largest;
    }
}
