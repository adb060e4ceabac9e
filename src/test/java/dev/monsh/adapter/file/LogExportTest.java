package dev.monsh.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.PartialException;
import dev.monsh.failure.RejectedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.failure.UsageException;
import dev.monsh.labels.Labels;
import dev.monsh.logs.TimeRange;
import dev.monsh.logs.export.ExportPlan;
import dev.monsh.logs.export.LogExport;
import dev.monsh.logs.read.ReadSettings;
import dev.monsh.testing.InMemoryLogSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogExportTest {

    private static final long START = 1_795_344_000_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final String ALL = "{job=\"x\"}";
    private static final TimeRange HOUR = new TimeRange(START, START + 3600 * SECOND);
    private static final int LINES = 3_000;

    @TempDir
    Path folder;

    private final InMemoryLogSource source = new InMemoryLogSource();

    @BeforeEach
    void write() {
        Labels labels = Labels.of(Map.of("job", "x"));
        for (int i = 0; i < LINES; i++) {
            source.store.add(START + i * 1_200_000_000L, labels, "line\t\"" + i);
        }
    }

    @Test
    void everyLineIsInOneFileAndTheFilesSortByTime() throws IOException {
        ExportPlan plan = export(plan1 -> {}).run(ALL, HOUR, 4);

        assertThat(plan.lines()).isEqualTo(LINES);
        assertThat(plan.parts()).hasSize(60).allMatch(ExportPlan.Part::isDone);
        assertThat(lines())
                .hasSize(LINES)
                .first()
                .asString()
                .isEqualTo(
                        "{\"timestamp\":\"2026-11-22T10:40:00.000000000Z\",\"labels\":{\"job\":\"x\"},\"line\":\"line\\t\\\"0\"}");
        assertThat(lines().stream().map(line -> line.replaceAll(".*\\\\\"(\\d+)\"}$", "$1")))
                .containsExactlyElementsOf(
                        IntStream.range(0, LINES).mapToObj(Integer::toString).toList());
    }

    @Test
    void anExportThatWasKilledGoesOnWithThePartsThatAreLeft() throws IOException {
        AtomicInteger parts = new AtomicInteger();
        LogExport killed = export(plan -> {
            if (parts.incrementAndGet() >= 20) {
                source.failures.add(new UnreachableException("loki", "killed"));
            }
        });
        assertThatThrownBy(() -> killed.run(ALL, HOUR, 3))
                .isInstanceOf(PartialException.class)
                .hasMessageContaining("parts failed")
                .hasMessageContaining("killed");
        Files.writeString(folder.resolve(".part-00001-20261122T104000Z.jsonl.new"), "half a line");
        source.failures.clear();
        int asked = source.pages.size();

        // an hour that ends now has moved on since
        TimeRange later = new TimeRange(START + SECOND, START + 3601 * SECOND);
        ExportPlan plan = export(done -> {}).run(ALL, later, 3);

        assertThat(plan.range()).isEqualTo(HOUR);
        assertThat(source.pages.size() - asked).as("parts read again").isLessThanOrEqualTo(60 - 19);
        assertThat(lines()).hasSize(LINES).doesNotHaveDuplicates();
    }

    @Test
    void partsThatAreDoneAreNotReadAgain() {
        export(plan -> {}).run(ALL, HOUR, 2);
        source.pages.clear();

        export(plan -> {}).run(ALL, HOUR, 2);

        assertThat(source.pages).isEmpty();
    }

    @Test
    void aFileThatHasLostLinesIsFoundByTheCheck() throws IOException {
        export(plan -> {}).run(ALL, HOUR, 2);
        Path part = parts().get(7);
        Files.write(part, Files.readAllLines(part).subList(1, 10));

        assertThatThrownBy(() -> export(plan -> {}).run(ALL, HOUR, 2))
                .isInstanceOf(PartialException.class)
                .hasMessageContaining("part 8 has 9 lines in its file, but 50 were written");
    }

    @Test
    void aTimestampThatTheServerDoesNotGiveWholeIsSaid() throws IOException {
        source.pageCeiling = 100;
        for (int i = 0; i < 150; i++) {
            source.store.add(START + 5, Labels.of(Map.of("job", "x")), "burst " + i);
        }

        assertThatThrownBy(() -> export(plan -> {}).run(ALL, HOUR, 2))
                .isInstanceOf(PartialException.class)
                .hasMessageContaining("all lines of 1 timestamps");
        assertThat(lines()).hasSize(LINES + 100);
    }

    @Test
    void anotherExportInTheSameFolderIsRefused() {
        export(plan -> {}).run(ALL, HOUR, 2);

        assertThatThrownBy(() -> export(plan -> {}).run("{job=\"y\"}", HOUR, 2))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("{job=\"x\"} over 3600 s");
    }

    @Test
    void aFileThatIsNoPlanIsSaidWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("export.json"), "{\"version\":1,\n oops}");

        assertThatThrownBy(() -> export(plan -> {}).run(ALL, HOUR, 2))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("export.json:2:");
    }

    @Test
    void numbersAreNotExported() {
        assertThatThrownBy(() -> export(plan -> {}).run("rate({job=\"x\"}[1m])", HOUR, 2))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("only lines can be exported");
        assertThat(source.pages.size()).isLessThanOrEqualTo(2);
    }

    @Test
    void aServerThatAnswersNothingIsGivenUpAfterTwoPartsForEachJob() {
        IntStream.range(0, 60).forEach(i -> source.failures.add(new TimedOutException("loki", "no answer")));

        assertThatThrownBy(() -> export(plan -> {}).run(ALL, HOUR, 1))
                .isInstanceOf(TimedOutException.class)
                .hasMessageContaining("no answer");
        assertThat(source.failures).hasSize(58);
    }

    @Test
    void theStartIsProgressToo() {
        List<Long> done = new CopyOnWriteArrayList<>();

        export(plan -> done.add(
                        plan.parts().stream().filter(ExportPlan.Part::isDone).count()))
                .run(ALL, HOUR, 1);

        assertThat(done).startsWith(0L, 1L).endsWith(60L);
    }

    private LogExport export(Consumer<ExportPlan> progress) {
        return new LogExport(source, new ReadSettings(100, 3, 1, Duration.ZERO), new ExportFolder(folder), progress);
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("part-.*\\.jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private List<String> lines() throws IOException {
        return parts().stream().flatMap(LogExportTest::read).toList();
    }

    private static Stream<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
