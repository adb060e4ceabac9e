package dev.monsh.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFilesTest {

    @Test
    void aFileIsWrittenForItsOwnerAloneAndReplacedWhole(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new folder/file");
        AtomicFile.write(file, "one", false);
        AtomicFile.write(file, "two", true);
        assertThat(file).content().isEqualTo("two");
        assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE, OWNER_EXECUTE]");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFolderInPlaceOfAFileIsAFaultAndNotACrash(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("file/inside"));
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("file"), "x", false))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(folder.resolve("file").toString());
    }

    @Test
    void removingAFolderDoesNotFollowLinks(@TempDir Path folder) throws IOException {
        Path kept = Files.writeString(
                Files.createDirectories(folder.resolve("other")).resolve("kept"), "x");
        Files.createDirectories(folder.resolve("gone/deep"));
        Files.createSymbolicLink(folder.resolve("gone/deep/link"), kept.resolveSibling("."));
        FolderRemover.remove(folder.resolve("gone"));
        FolderRemover.remove(folder.resolve("gone"));
        assertThat(folder.resolve("gone")).doesNotExist();
        assertThat(kept).exists();
    }
}
