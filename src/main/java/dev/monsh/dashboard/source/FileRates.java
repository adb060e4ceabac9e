package dev.monsh.dashboard.source;

import dev.monsh.dashboard.state.LogRate;
import dev.monsh.logs.Level;
import dev.monsh.logs.LineSink;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.files.LogFiles;
import java.util.HashMap;
import java.util.Map;

/** What each service has logged in the last minute, counted from the files that Promtail ships, as they grow. */
final class FileRates implements LineSink {

    private static final int SECONDS = 60;

    private final Map<String, Counter> counters = new HashMap<>();
    private final LogFiles files;
    private final long startSecond;

    FileRates(LogFiles files, long startMillis) {
        this.files = files;
        this.startSecond = startMillis / 1000;
    }

    /** Lines and errors of each of the last 60 seconds, in a ring. */
    private static final class Counter {
        private final long[] seconds = new long[SECONDS];
        private final int[] lines = new int[SECONDS];
        private final int[] errors = new int[SECONDS];

        void count(long second, boolean error) {
            int at = Math.floorMod(second, SECONDS);
            if (seconds[at] != second) {
                seconds[at] = second;
                lines[at] = 0;
                errors[at] = 0;
            }
            lines[at]++;
            errors[at] += error ? 1 : 0;
        }

        int sum(int[] numbers, long now) {
            int sum = 0;
            for (int i = 0; i < SECONDS; i++) {
                sum += now - seconds[i] < SECONDS ? numbers[i] : 0;
            }
            return sum;
        }
    }

    @Override
    public synchronized void line(LogLine line) {
        boolean error = Level.of(line)
                .filter(level -> level.compareTo(Level.ERROR) >= 0)
                .isPresent();
        counters.computeIfAbsent(line.labels().get(LogLabels.SERVICE), _ -> new Counter())
                .count(line.timestampNanos() / 1_000_000_000L, error);
    }

    /** Returns the rates; before the first minute is over, what the seconds so far would make in a whole one. */
    synchronized Map<String, LogRate> read(long nowMillis) {
        long now = nowMillis / 1000;
        double scale = (double) SECONDS / Math.clamp(now - startSecond, 5, SECONDS);
        Map<String, LogRate> rates = new HashMap<>();
        files.streams().forEach(labels -> rates.put(labels.get(LogLabels.SERVICE), new LogRate(0, 0)));
        counters.forEach((service, counter) -> rates.put(
                service,
                new LogRate(
                        Math.rint(counter.sum(counter.lines, now) * scale),
                        Math.rint(counter.sum(counter.errors, now) * scale))));
        rates.remove("");
        return rates;
    }
}
