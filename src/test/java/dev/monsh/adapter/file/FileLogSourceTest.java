package dev.monsh.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.Problem;
import dev.monsh.failure.RejectedException;
import dev.monsh.labels.Labels;
import dev.monsh.logs.Direction;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.LogQuery;
import dev.monsh.logs.TimeRange;
import dev.monsh.logs.files.LeadingTime;
import dev.monsh.logs.target.LogTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLogSourceTest {

    private static final TimeRange ALL = new TimeRange(0, Long.MAX_VALUE);

    @TempDir
    Path folder;

    private final List<LogLine> got = new ArrayList<>();

    @Test
    void theLinesOfSeveralFilesAreMergedByTheTimesTheyBeginWith() throws IOException {
        write("a.log", "2026-11-22T10:00:00Z a1\n2026-11-22T10:00:02Z a2\n  a trace of a2\n");
        write("b.log", "2026-11-22 10:00:01,000 b1\n2026-11-22 10:00:03,000 b2");

        read("{job=\"x\"}", 0, Direction.FORWARD);

        assertThat(got)
                .extracting(line -> line.line().replaceFirst("^\\S+Z |^\\S+ \\S+ (?=b)", ""))
                .containsExactly("a1", "b1", "a2", "  a trace of a2", "b2");
    }

    @Test
    void linesHaveTheLabelsThatTheyWouldHaveInLoki() throws IOException {
        Path file = write("a.log", "line\n");
        FileLogSource source = new FileLogSource(
                "promtail.yml",
                List.of(target(folder + "/*.log", Map.of("service", "ppl", "__host__", "y"))),
                new LeadingTime(ZoneOffset.UTC));

        source.read(LogQuery.all("{service_name=\"ppl\"}", ALL), got::add);

        assertThat(got)
                .singleElement()
                .extracting(LogLine::labels)
                .asString()
                .isEqualTo("{filename=\"" + file + "\", service=\"ppl\", service_name=\"ppl\"}");
    }

    @Test
    void linesWithoutATimeHaveThatOfTheFile() throws IOException {
        Path file = write("a.log", "first\n2026-11-22T10:00:00Z second\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-22T09:00:00Z")));

        read("{job=\"x\"}", 0, Direction.FORWARD);

        assertThat(got)
                .extracting(
                        line -> Instant.ofEpochSecond(0, line.timestampNanos()).toString())
                .containsExactly("2026-11-22T09:00:00Z", "2026-11-22T10:00:00Z");
    }

    @Test
    void aLimitGivesTheNewestInEitherOrder() throws IOException {
        write("a.log", "2026-11-22T10:00:00Z 1\n2026-11-22T10:00:01Z 2\n2026-11-22T10:00:02Z 3\n");

        read("{job=\"x\"}", 2, Direction.FORWARD);
        read("{job=\"x\"}", 2, Direction.BACKWARD);

        assertThat(got).extracting(line -> line.line().substring(21)).containsExactly("2", "3", "3", "2");
    }

    @Test
    void selectorsAndFiltersDecide() throws IOException {
        write("a.log", "2026-11-22T10:00:00Z took 1ms\n2026-11-22T10:00:01Z took 100ms\n");
        write("b.log", "2026-11-22T10:00:00Z took 200ms\n");

        read("{job=\"x\", filename=~\".*/a.log\"} |~ `\\d{3}ms`", 0, Direction.FORWARD);

        assertThat(got).extracting(LogLine::line).containsExactly("2026-11-22T10:00:01Z took 100ms");
    }

    @Test
    void aStageThatNeedsLokiIsRefusedByName() {
        assertThatThrownBy(() -> read("{job=\"x\"} | json", 0, Direction.FORWARD))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("stage json");
    }

    @Test
    void theRangeIsHeld() throws IOException {
        write("a.log", "2026-11-22T10:00:00Z 1\n2026-11-22T10:00:01Z 2\n2026-11-22T10:00:02Z 3\n");
        long second = 1_795_341_601_000_000_000L;

        source().read(LogQuery.all("{job=\"x\"}", new TimeRange(second, second + 1)), got::add);

        assertThat(got).extracting(line -> line.line().substring(21)).containsExactly("2");
    }

    @Test
    void bytesThatAreNotUtf8AndLinesLongerThanABufferAreKept() throws IOException {
        String lengthy = "x".repeat(200_000) + "é";
        Files.write(
                folder.resolve("a.log"), ("2026-11-22T10:00:00Z " + lengthy + "\n").getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("b.log"), new byte[] {'a', (byte) 0xff, 'b', '\r', '\n', '\n'});

        read("{job=\"x\"}", 0, Direction.FORWARD);

        assertThat(got)
                .extracting(LogLine::line)
                .containsExactlyInAnyOrder("2026-11-22T10:00:00Z " + lengthy, "a\ufffdb\r", "");
    }

    @Test
    void noFileIsNoLine() {
        read("{job=\"x\"}", 0, Direction.FORWARD);

        assertThat(got).isEmpty();
    }

    private void read(String expression, long limit, Direction direction) {
        long before = got.size();
        long count = source().read(new LogQuery(expression, ALL, limit, direction), got::add);
        assertThat(count).isEqualTo(got.size() - before);
    }

    private FileLogSource source() {
        return new FileLogSource(
                "promtail.yml",
                List.of(
                        target(folder + "/*.log", Map.of("job", "x")),
                        target(folder + "/none/*.log", Map.of("job", "missing"))),
                new LeadingTime(ZoneOffset.UTC));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static LogTarget target(String path, Map<String, String> labels) {
        Map<String, String> all = new HashMap<>(labels);
        all.put("__path__", path);
        return new LogTarget("", Labels.of(all), Map.of(), new Problem("promtail.yml", 1, 1, ""), 0, 0);
    }
}
