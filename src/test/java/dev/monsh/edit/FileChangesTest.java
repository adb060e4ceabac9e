package dev.monsh.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ConflictException;
import dev.monsh.failure.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChangesTest {

    @TempDir
    private Path folder;

    private final AtomicFile files = new AtomicFile(InstantSource.fixed(Instant.parse("2026-11-22T10:30:00Z")));

    private FileChange change(String name, String before, String after) throws IOException {
        Path file = Files.writeString(folder.resolve(name), before);
        return new FileChange(FileSnapshot.read(file), after.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesAllFilesAndTellsTheirBackups() throws IOException {
        FileChanges changes = new FileChanges(List.of(change("a", "1\n", "2\n"), change("b", "3\n", "4\n")));

        List<FileChanges.Written> written = changes.write(files, new Backup.Beside());

        assertThat(folder.resolve("a")).hasContent("2\n");
        assertThat(folder.resolve("b")).hasContent("4\n");
        assertThat(written)
                .extracting(FileChanges.Written::file)
                .containsExactly(folder.resolve("a"), folder.resolve("b"));
        assertThat(names()).containsExactly("a", "a.20261122T103000Z.bak", "b", "b.20261122T103000Z.bak");
        assertThat(folder.resolve("a.20261122T103000Z.bak")).hasContent("1\n");
    }

    @Test
    void leavesOutWhatStaysAsItIs() throws IOException {
        FileChanges changes = new FileChanges(List.of(change("a", "1\n", "1\n"), change("b", "3\n", "4\n")));

        assertThat(changes.changes()).extracting(FileChange::path).containsExactly(folder.resolve("b"));
        assertThat(changes.write(files, new Backup.None())).hasSize(1);
    }

    @Test
    void writesNothingWhenOneOfTheFilesWasChangedMeanwhile() throws IOException {
        FileChanges changes = new FileChanges(List.of(change("a", "1\n", "2\n"), change("b", "3\n", "4\n")));
        Files.writeString(folder.resolve("b"), "somebody else\n");

        assertThatThrownBy(() -> changes.write(files, new Backup.Beside())).isInstanceOf(ConflictException.class);

        assertThat(folder.resolve("a")).hasContent("1\n");
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void putsTheFirstFileBackWhenTheSecondCannotBeWritten() throws IOException {
        Path device = Files.createSymbolicLink(folder.resolve("b"), Path.of("/dev/null"));
        FileChange impossible = new FileChange(FileSnapshot.read(device), new byte[] {'x'});
        FileChanges changes = new FileChanges(List.of(change("a", "1\n", "2\n"), impossible));

        assertThatThrownBy(() -> changes.write(files, new Backup.Beside()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("not a regular file");

        assertThat(folder.resolve("a")).hasContent("1\n");
        assertThat(names()).containsExactly("a", "b");
    }
}
