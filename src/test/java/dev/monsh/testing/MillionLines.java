package dev.monsh.testing;

import dev.monsh.logs.Direction;
import dev.monsh.logs.LogQuery;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.TimeRange;
import dev.monsh.logs.read.LogReader;
import dev.monsh.logs.read.ReadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads numbered lines in a process of its own and says how many came in order and how much memory that took. */
public final class MillionLines {

    private MillionLines() {}

    /** Takes the URL, the range in nanoseconds and the limit. */
    public static void main(String[] arguments) throws IOException {
        LogSource source = LokiAt.url(arguments[0]);
        TimeRange range = new TimeRange(Long.parseLong(arguments[1]), Long.parseLong(arguments[2]));
        LogQuery query = new LogQuery("{job=\"numbers\"}", range, Long.parseLong(arguments[3]), Direction.FORWARD);
        long[] next = {0, -1};
        new LogReader(source, ReadSettings.defaults()).read(query, line -> {
            long number = Long.parseLong(line.line().substring(line.line().lastIndexOf(' ') + 1));
            if (next[1] >= 0 && number != next[1] + 1) {
                throw new IllegalStateException("line " + number + " after " + next[1]);
            }
            next[0]++;
            next[1] = number;
        });
        String peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("VmHWM: 0 kB");
        System.out.println("lines " + next[0]);
        System.out.println("last " + next[1]);
        System.out.println("kilobytes " + peak.replaceAll("\\D+", ""));
        System.exit(0);
    }
}
