package dev.monsh.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.PartialException;
import dev.monsh.failure.RefusedException;
import dev.monsh.testing.Needed;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a file system of its own, which only root can make. */
class AtomicFileIT {

    private final AtomicFile files = new AtomicFile(InstantSource.system());

    @TempDir
    Path folder;

    private Path mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = Files.createDirectory(folder.resolve("mnt"));
        Needed.here(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", mounted.toString()), "needs root");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", mounted.toString());
    }

    @Test
    void aFullDiskLeavesTheFileWholeAndNothingBeside() throws Exception {
        Path file = Files.writeString(mounted.resolve("f"), "old");
        byte[] large = new byte[100_000];
        assertThatThrownBy(() -> files.replace(FileSnapshot.read(file), large, new Backup.None()))
                .isInstanceOf(PartialException.class)
                .hasMessage("write " + file + ": No space left on device");
        assertThatThrownBy(() -> files.create(mounted.resolve("g"), large, 0600))
                .isInstanceOf(PartialException.class)
                .hasMessageEndingWith("No space left on device");
        assertThat(file).hasContent("old");
        assertThat(mounted).isDirectoryNotContaining(each -> !each.equals(file));
    }

    @Test
    void aDiskTooFullForTheBackupLeavesTheFileAsItWas() throws Exception {
        Path file = Files.writeString(mounted.resolve("f"), "o".repeat(40_000));
        assertThatThrownBy(() -> files.replace(FileSnapshot.read(file), new byte[] {'x'}, new Backup.Beside()))
                .isInstanceOf(PartialException.class);
        assertThat(file).hasContent("o".repeat(40_000));
        assertThat(mounted).isDirectoryNotContaining(each -> !each.equals(file));
    }

    @Test
    void aReadOnlyDiskIsNamed() throws Exception {
        Path file = Files.writeString(mounted.resolve("f"), "old");
        assertThat(run("mount", "-o", "remount,ro", mounted.toString())).isTrue();
        assertThatThrownBy(() -> files.replace(
                        FileSnapshot.read(file), "new".getBytes(StandardCharsets.UTF_8), new Backup.None()))
                .isInstanceOf(RefusedException.class)
                .hasMessage("write " + file + ": Read-only file system");
        assertThat(file).hasContent("old");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
