package dev.monsh.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.RefusedException;
import dev.monsh.testing.Needed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:30:05Z");

    private final AtomicFile files = new AtomicFile(InstantSource.fixed(NOW));

    @TempDir
    Path folder;

    @Test
    void aFileGetsItsNewContentAndNothingIsLeftBeside() throws IOException {
        Path file = write("f.yml", "old");
        assertThat(files.replace(FileSnapshot.read(file), bytes("new"), new Backup.None()))
                .isEmpty();
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("f.yml");
    }

    @Test
    void modeBitsAreKept() throws IOException {
        for (String mode : new String[] {"rw-------", "rw-r-----", "rwxr-xr-x", "r--r--r--"}) {
            Path file = write("f.yml", "old");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            files.replace(FileSnapshot.read(file), bytes("new"), new Backup.None());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(mode);
            Files.delete(file);
        }
    }

    @Test
    void ownerAndGroupAreKept() throws IOException {
        Needed.here(isRoot(), "only root can give a file away");
        Path file = write("f.yml", "old");
        Files.setAttribute(file, "unix:uid", 65534);
        Files.setAttribute(file, "unix:gid", 12345);
        Files.setAttribute(file, "unix:mode", 04640);
        Path backup = files.replace(FileSnapshot.read(file), bytes("new"), new Backup.Beside())
                .orElseThrow();
        for (Path each : List.of(file, backup)) {
            assertThat(Files.getAttribute(each, "unix:uid")).isEqualTo(65534);
            assertThat(Files.getAttribute(each, "unix:gid")).isEqualTo(12345);
            assertThat((int) Files.getAttribute(each, "unix:mode") & 07777).isEqualTo(04640);
        }
    }

    @Test
    void aSymbolicLinkStaysAndItsTargetChanges() throws IOException {
        Path real = write("real.yml", "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.yml"), Path.of("real.yml"));
        Path outer = Files.createSymbolicLink(folder.resolve("outer.yml"), link);
        files.replace(FileSnapshot.read(outer), bytes("new"), new Backup.None());
        assertThat(outer).isSymbolicLink();
        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("new").isRegularFile();
    }

    @Test
    void aFileThatChangedMeanwhileIsNotWritten() throws IOException {
        Path file = write("f.yml", "old");
        FileSnapshot snapshot = FileSnapshot.read(file);
        Files.writeString(file, "somebody else's");
        assertThatThrownBy(() -> files.replace(snapshot, bytes("new"), new Backup.Beside()))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFLICT));
        assertThat(file).hasContent("somebody else's");
        assertThat(names()).containsExactly("f.yml");
        Files.delete(file);
        assertThatThrownBy(() -> files.replace(snapshot, bytes("new"), new Backup.None()))
                .isInstanceOf(ConflictException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void aLinkThatNowLeadsElsewhereIsAChangeToo() throws IOException {
        write("one", "same");
        write("two", "same");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("one"));
        FileSnapshot snapshot = FileSnapshot.read(link);
        Files.delete(link);
        Files.createSymbolicLink(link, Path.of("two"));
        assertThatThrownBy(() -> files.replace(snapshot, bytes("new"), new Backup.None()))
                .isInstanceOf(ConflictException.class);
        assertThat(folder.resolve("two")).hasContent("same");
    }

    @Test
    void theSameContentIsNotWritten() throws IOException {
        Path file = write("f.yml", "old");
        Object inode = Files.getAttribute(file, "unix:ino");
        assertThat(files.replace(FileSnapshot.read(file), bytes("old"), new Backup.Beside()))
                .isEmpty();
        assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(inode);
        assertThat(names()).containsExactly("f.yml");
    }

    @Test
    void aBackupHoldsTheOldContentAndNeverReplacesAnother() throws IOException {
        Path file = write("f.yml", "first");
        for (String content : List.of("second", "third", "fourth")) {
            files.replace(FileSnapshot.read(file), bytes(content), new Backup.Beside());
        }
        assertThat(names())
                .containsExactly(
                        "f.yml",
                        "f.yml.20261122T103005Z-2.bak",
                        "f.yml.20261122T103005Z-3.bak",
                        "f.yml.20261122T103005Z.bak");
        assertThat(folder.resolve("f.yml.20261122T103005Z.bak")).hasContent("first");
        assertThat(folder.resolve("f.yml.20261122T103005Z-2.bak")).hasContent("second");
        assertThat(folder.resolve("f.yml.20261122T103005Z-3.bak")).hasContent("third");
    }

    @Test
    void aBackupCanGoToAFolderThatIsMade() throws IOException {
        Path file = write("f.yml", "old");
        Path given = folder.resolve("a/b");
        Path kept = files.replace(FileSnapshot.read(file), bytes("new"), new Backup.In(given))
                .orElseThrow();
        assertThat(kept).hasContent("old").hasParent(given);
    }

    @Test
    void aNewFileHasTheModeThatWasGivenAndItsFolders() throws IOException {
        Path secret = folder.resolve("x/y/config.yml");
        files.create(secret, bytes("a: 1\n"), 0600);
        assertThat(secret).hasContent("a: 1\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("x"))))
                .isEqualTo("rwx------");
        Path open = folder.resolve("z/config.yml");
        files.create(open, bytes(""), 0644);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
                .isEqualTo("rw-r--r--");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("z"))))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void aNewFileNeverReplacesAnotherOne() throws IOException {
        Path file = write("f.yml", "old");
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));
        for (Path each : List.of(file, dangling)) {
            assertThatThrownBy(() -> files.create(each, bytes("new"), 0644)).isInstanceOf(ConflictException.class);
        }
        assertThat(file).hasContent("old");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void aFolderInAFilesPlaceIsRefused() {
        assertThatThrownBy(() -> FileSnapshot.read(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("folder");
        assertThatThrownBy(() -> FileSnapshot.read(folder.resolve("absent")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("file not found");
    }

    @Test
    void aFileInAFoldersPlaceIsRefusedWithTheSystemsReason() throws IOException {
        Path file = write("f.yml", "old");
        assertThatThrownBy(() -> files.create(file.resolve("inner/g.yml"), bytes("x"), 0600))
                .isInstanceOf(RefusedException.class)
                .hasMessage("create " + file.resolve("inner/g.yml") + ": " + file + " is a file, but must be a folder");
        assertThat(file).hasContent("old");
    }

    @Test
    void permissionsAreRefusedInPlainWords() {
        // sysfs lets nobody make a file, not even root
        Path file = Path.of("/sys/kernel/monsh.yml");
        assertThatThrownBy(() -> files.create(file, bytes("x"), 0600))
                .isInstanceOf(RefusedException.class)
                .hasMessage("create " + file + ": permission denied");
        assertThat(file).doesNotExist();
    }

    private boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid"));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> String.valueOf(each.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
