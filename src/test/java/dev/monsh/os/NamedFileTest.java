package dev.monsh.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedFileTest {

    private static final byte[] TEXT = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private void write(String name) {
        NamedFile.write(NamedFile.of(folder, Path.of(name)), TEXT);
    }

    private void refused(String name, String why) {
        assertThatThrownBy(() -> write(name)).isInstanceOf(UsageException.class).hasMessageContaining(why);
    }

    @Test
    void aLinkIsFollowedAndStaysALink() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "old and longer");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
        write("link");
        assertThat(target).content().isEqualTo("new");
        assertThat(folder.resolve("link")).isSymbolicLink();
    }

    @Test
    void aLinkToAMissingFileMakesThatFile() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
        write("link");
        assertThat(folder.resolve("target")).content().isEqualTo("new");
        assertThat(folder.resolve("link")).isSymbolicLink();
    }

    @Test
    void linksThatLeadNowhereAreRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("one"), Path.of("two"));
        Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));
        refused("one", "the link leads nowhere");
        Files.createSymbolicLink(folder.resolve("far"), Path.of("missing/file"));
        refused("far", "no such folder");
    }

    @Test
    void whatIsNotARegularFileStaysAsItIs() throws IOException {
        Program.of(List.of("mkfifo", folder.resolve("pipe").toString()), Map.of(), Duration.ofSeconds(10))
                .run();
        Files.createSymbolicLink(folder.resolve("link"), Path.of("pipe"));
        Files.createDirectory(folder.resolve("inner"));
        for (String name : List.of("pipe", "link", "inner", "/dev/null")) {
            refused(name, "not a regular file");
        }
        assertThat(Files.readAttributes(
                                folder.resolve("pipe"),
                                java.nio.file.attribute.BasicFileAttributes.class,
                                LinkOption.NOFOLLOW_LINKS)
                        .isOther())
                .isTrue();
    }

    @Test
    void noFolderIsMade() throws IOException {
        refused("missing/deep/file", "no such folder");
        assertThat(folder).isEmptyDirectory();
        Files.writeString(folder.resolve("file"), "");
        refused("file/file", "not a folder");
    }

    @Test
    void namesThatAreNoneAreRefused() {
        refused("", "the file name is empty");
        refused("-", "name a file");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPresentFileKeepsItsModeAndANewOneFollowsTheUmask() throws IOException {
        Path present = Files.writeString(folder.resolve("present"), "old");
        Files.setPosixFilePermissions(present, PosixFilePermissions.fromString("rw--w---x"));
        write("present");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(present)))
                .isEqualTo("rw--w---x");
        write("fresh");
        Path usual = Files.createFile(folder.resolve("usual"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("fresh")))
                .isEqualTo(Files.getPosixFilePermissions(usual));
    }
}
