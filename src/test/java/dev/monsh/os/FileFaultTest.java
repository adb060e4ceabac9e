package dev.monsh.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.RefusedException;
import dev.monsh.failure.UsageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFaultTest {

    private static final Path PATH = Path.of("/a/b");

    @Test
    void eachFaultIsSaidInWordsWithItsFile() {
        assertThat(FileFault.of(PATH, new AccessDeniedException("/a")))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("/a: permission denied");
        assertThat(FileFault.of(PATH, new NoSuchFileException("/a/x"))).hasMessage("/a/x: no such file or folder");
        assertThat(FileFault.of(PATH, new FileSystemException("/a/b", null, "Read-only file system")))
                .hasMessage("/a/b: Read-only file system");
        assertThat(FileFault.of(PATH, new IOException("No space left on device")))
                .hasMessage("/a/b: No space left on device");
    }

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
