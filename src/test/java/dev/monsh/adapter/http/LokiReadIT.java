package dev.monsh.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.logs.Direction;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.LogQuery;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.PageQuery;
import dev.monsh.logs.TimeRange;
import dev.monsh.logs.read.LogReader;
import dev.monsh.logs.read.ReadSettings;
import dev.monsh.testing.LokiAt;
import dev.monsh.testing.MillionLines;
import dev.monsh.testing.NumberedWriter;
import dev.monsh.testing.StandInLoki;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A million lines in pages of 5,000, in a process whose memory is measured. */
class LokiReadIT {

    private static final long START = 1_795_344_000_000_000_000L;
    private static final int LINES = 1_000_000;
    private static final int LIMIT_IN_KILOBYTES = 150 * 1024;

    @ParameterizedTest
    @ValueSource(ints = {0, 900_000})
    void aMillionLinesComeInOrderAtConstantMemory(int limit) throws Exception {
        try (StandInLoki loki = StandInLoki.start()) {
            for (int i = 0; i < LINES; i++) {
                String text =
                        "2026-11-22T10:45:10Z [INFO] - a line of the usual length, request took 167ms, number " + i;
                loki.store().add(START + i * 700_000L / 3 * 3, NumberedWriter.stream(i % 20), text);
            }

            Map<String, Integer> result =
                    run(loki.url(), Long.toString(START), Long.toString(START + LINES * 700_001L), limit);

            assertThat(result)
                    .containsEntry("lines", limit == 0 ? LINES : limit)
                    .containsEntry("last", LINES - 1);
            assertThat(result.get("kilobytes")).as("peak resident").isPositive().isLessThan(LIMIT_IN_KILOBYTES);
            System.out.println("limit " + limit + ": " + result);
        }
    }

    @Test
    void readingEverythingTakesAtMostTwiceTheTimeOfTheBareRequests() {
        int lines = 200_000;
        int page = 5_000;
        long dense = Duration.ofMinutes(20).toNanos();
        TimeRange range = new TimeRange(START, START + Duration.ofHours(3).toNanos());
        long first = range.endNanos() - dense;
        try (StandInLoki loki = StandInLoki.start()) {
            for (int i = 0; i < lines; i++) {
                String text = "2026-11-22T10:45:10Z [INFO] - a line of the usual length, number " + i;
                loki.store().add(first + i * (dense / lines), NumberedWriter.stream(i % 3), text);
            }
            // as measured with a real Loki: 0.02 s for a page over its own half minute, 0.12 s over three hours
            loki.answerTime(Duration.ofMillis(20), Duration.ofMillis(33));
            LogSource source = LokiAt.url(loki.url());
            bare(source, first, dense, lines / page, page);

            long bare = bare(source, first, dense, lines / page, page);
            long begin = System.nanoTime();
            List<LogLine> got = new ArrayList<>();
            new LogReader(source, ReadSettings.defaults()).read(LogQuery.all("{job=\"numbers\"}", range), got::add);
            long read = System.nanoTime() - begin;

            System.out.printf("bare requests %d ms, read %d ms%n", bare / 1_000_000, read / 1_000_000);
            assertThat(got).hasSize(lines);
            assertThat(read).isLessThanOrEqualTo(2 * bare);
        }
    }

    /** Asks for each page over its own window, one after another, and returns the nanoseconds. */
    private static long bare(LogSource source, long first, long length, int pages, int limit) {
        long begin = System.nanoTime();
        long window = length / pages;
        for (int i = 0; i < pages; i++) {
            TimeRange own = new TimeRange(first + i * window, first + (i + 1) * window);
            source.page(new PageQuery("{job=\"numbers\"}", own, limit, Direction.FORWARD));
        }
        return System.nanoTime() - begin;
    }

    private static Map<String, Integer> run(String url, String start, String end, int limit) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionLines.class.getName(),
                        url,
                        start,
                        end,
                        Integer.toString(limit))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Integer.valueOf(parts[1])));
    }
}
