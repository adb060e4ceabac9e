package dev.monsh.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.MillionLines;
import dev.monsh.testing.NumberedWriter;
import dev.monsh.testing.StandInLoki;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
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
