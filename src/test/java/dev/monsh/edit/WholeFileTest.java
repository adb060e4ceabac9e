package dev.monsh.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.TimedOutException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    Path folder;

    @Test
    void aDeviceIsRefusedAndTheEmptyOneIsEmpty() throws IOException {
        assertThatThrownBy(() -> WholeFile.read(Path.of("/dev/zero")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("/dev/zero: this is a device or a socket, not a file");
        assertThat(WholeFile.read(Path.of("/dev/null"))).isEmpty();
    }

    @Test
    void aFolderIsRefusedAndAMissingFileIsSaidToBeOne() {
        assertThatThrownBy(() -> WholeFile.read(folder)).hasMessage(folder + ": this is a folder, not a file");
        assertThatThrownBy(() -> WholeFile.read(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aFileMayBeAsLargeAsTheLimit() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[1 << 20]);
        assertThat(WholeFile.read(file, 1 << 20)).hasSize(1 << 20);
        Files.write(file, new byte[(1 << 20) + 1]);
        assertThatThrownBy(() -> WholeFile.read(file, 1 << 20)).hasMessage(file + ": larger than 1 MiB");
    }

    @Test
    void aPipeIsReadToItsEnd() throws IOException, InterruptedException {
        Path pipe = pipe();
        Process writer = new ProcessBuilder("sh", "-c", "echo boxes: > \"$1\"", "sh", pipe.toString()).start();
        assertThat(FileSnapshot.read(pipe).bytes()).asString().isEqualTo("boxes:\n");
        writer.waitFor();
    }

    @Test
    void aPipeThatNobodyWritesIsGivenUp() throws IOException, InterruptedException {
        Path pipe = pipe();
        assertThatThrownBy(() -> WholeFile.read(pipe, 1 << 20, Duration.ofMillis(20)))
                .isInstanceOf(TimedOutException.class)
                .hasMessageContaining("this is a pipe");
    }

    private Path pipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }
}
