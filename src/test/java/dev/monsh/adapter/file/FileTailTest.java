package dev.monsh.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.Problem;
import dev.monsh.labels.Labels;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.files.LeadingTime;
import dev.monsh.logs.target.LogTarget;
import dev.monsh.testing.VirtualTimeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTailTest {

    private static final long START = 1_795_344_000_000_000_000L;

    @TempDir
    Path folder;

    private final VirtualTimeline time = new VirtualTimeline(START);
    private final List<LogLine> got = new ArrayList<>();

    @Test
    void onlyWhatIsWrittenFromNowOnIsPrintedWithTheTimeOfReading() {
        append("a.log", "old\n");
        at(1, () -> append("a.log", "2001-01-01T00:00:00Z new\nhalf"));
        at(2, () -> append("a.log", " a line\n"));

        follow(5);

        assertThat(texts()).containsExactly("2001-01-01T00:00:00Z new", "half a line");
        assertThat(got.getFirst().timestampNanos()).isBetween(START + 1_000_000_000L, START + 1_300_000_000L);
    }

    @Test
    void aFileThatAppearsIsReadFromItsBeginning() {
        at(1, () -> append("new.log", "first\n"));

        follow(5);

        assertThat(texts()).containsExactly("first");
    }

    @Test
    void aRotatedFileIsReadToItsEndAndTheNewOneFromItsBeginning() {
        append("a.log", "old\n");
        at(1, () -> {
            append("a.log", "before\n");
            move("a.log", "a.log.1");
            append("a.log.1", "still to the old one\n");
        });
        at(1.5, () -> append("a.log", "new file\n"));
        at(2, () -> append("a.log.1", "late to the old one\n"));
        at(2.5, () -> append("a.log", "more\n"));

        follow(5);

        assertThat(texts())
                .containsExactly("before", "still to the old one", "new file", "late to the old one", "more");
    }

    @Test
    void aTruncatedFileIsReadFromItsBeginning() {
        append("a.log", "a long line that was there\n");
        at(1, () -> append("a.log", "before\n"));
        at(2, () -> truncate("a.log"));
        at(2.1, () -> append("a.log", "behind\n"));

        follow(5);

        assertThat(texts()).containsExactly("before", "behind");
    }

    @Test
    void underConstantRotationEveryNumberComesOnce() {
        for (int i = 0; i < 2_000; i++) {
            String number = i + "\n";
            at(0.5 + i * 0.01, () -> append("a.log", number));
            if (i % 100 == 99) {
                String old = "a.log." + i;
                at(0.5 + i * 0.01 + 0.005, () -> move("a.log", old));
            }
        }

        follow(40);

        assertThat(texts())
                .containsExactlyElementsOf(
                        IntStream.range(0, 2_000).mapToObj(Integer::toString).toList());
    }

    @Test
    void filtersDecide() {
        at(1, () -> append("a.log", "yes 1\nno\nyes 2\n"));

        FileTail tail = tail();
        time.in(5, tail::stop);
        tail.run("{job=\"x\"} |= \"yes\"", got::add);

        assertThat(texts()).containsExactly("yes 1", "yes 2");
    }

    private void follow(double seconds) {
        FileTail tail = tail();
        time.in(seconds, tail::stop);
        tail.run("{job=\"x\"}", got::add);
    }

    private FileTail tail() {
        return new FileTail(
                new FileLogSource(
                        "promtail.yml",
                        List.of(target(folder + "/*.log", Map.of("job", "x"))),
                        new LeadingTime(ZoneOffset.UTC)),
                time);
    }

    private List<String> texts() {
        return got.stream().map(LogLine::line).toList();
    }

    private void at(double seconds, Runnable action) {
        time.in(seconds, action);
    }

    private void append(String name, String text) {
        try (Writer writer =
                Files.newBufferedWriter(folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void move(String from, String to) {
        try {
            Files.move(folder.resolve(from), folder.resolve(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void truncate(String name) {
        try {
            Files.newByteChannel(folder.resolve(name), StandardOpenOption.WRITE)
                    .truncate(0)
                    .close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LogTarget target(String path, Map<String, String> labels) {
        Map<String, String> all = new HashMap<>(labels);
        all.put("__path__", path);
        return new LogTarget("", Labels.of(all), Map.of(), new Problem("promtail.yml", 1, 1, ""), 0, 0);
    }
}
