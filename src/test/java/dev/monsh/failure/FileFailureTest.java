package dev.monsh.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFailureTest {

    @TempDir
    private Path folder;

    @Test
    void aReasonIsInPlainWords() {
        assertThat(FileFailure.reason(new AccessDeniedException("/f"))).isEqualTo("permission denied");
        assertThat(FileFailure.reason(new NoSuchFileException("/f"))).isEqualTo("not found: /f");
        assertThat(FileFailure.reason(new FileAlreadyExistsException("/f"))).isEqualTo("it already exists");
        assertThat(FileFailure.reason(new FileSystemException("/f", null, "Read-only file system")))
                .isEqualTo("Read-only file system");
        assertThat(FileFailure.reason(new IOException("No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(FileFailure.reason(new IOException())).isEqualTo("an input or output error");
    }

    @Test
    void aFaultOfMonshsOwnFilesIsSaidWithItsFile() {
        Path path = Path.of("/a/b");
        assertThat(FileFailure.at(path, new AccessDeniedException("/a")))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("/a: permission denied");
        assertThat(FileFailure.at(path, new NoSuchFileException("/a/x"))).hasMessage("/a/x: no such file or folder");
        assertThat(FileFailure.at(path, new NotDirectoryException("/a/x"))).hasMessage("/a/x: is not a folder");
        assertThat(FileFailure.at(path, new FileAlreadyExistsException("/a/x")))
                .hasMessage("/a/x: exists but is not a folder");
        assertThat(FileFailure.at(path, new FileSystemException("/a/b", null, "Read-only file system")))
                .hasMessage("/a/b: Read-only file system");
        assertThat(FileFailure.at(path, new FileSystemException("/a/.new", "/a/c", "Read-only file system")))
                .hasMessage("/a/c: Read-only file system");
        assertThat(FileFailure.at(path, new IOException("No space left on device")))
                .hasMessage("/a/b: No space left on device");
    }

    @Test
    void aFullDiskLeavesTheWorkInPart() {
        assertThat(code("No space left on device")).isEqualTo(ExitCode.PARTIAL);
        assertThat(code("Disk quota exceeded")).isEqualTo(ExitCode.PARTIAL);
        assertThat(code(new IOException("No space left on device"))).isEqualTo(ExitCode.PARTIAL);
    }

    @Test
    void whatMayNotBeDoneIsRefused() throws IOException {
        assertThat(code("Read-only file system")).isEqualTo(ExitCode.REFUSED);
        assertThat(code("Operation not permitted")).isEqualTo(ExitCode.REFUSED);
        assertThat(code(new AccessDeniedException("/f"))).isEqualTo(ExitCode.REFUSED);
        assertThat(code(new FileAlreadyExistsException("/f"))).isEqualTo(ExitCode.REFUSED);
        assertThat(code(new FileSystemException(folder.toString(), null, "Device or resource busy")))
                .isEqualTo(ExitCode.REFUSED);
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(code(new FileSystemException(file.toString(), null, "Input/output error")))
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aPathThatCannotBeOneIsAWrongCall() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path loop = folder.resolve("loop");
        Files.createSymbolicLink(loop, loop);

        assertThat(codeOf(() -> Files.size(folder.resolve("missing")))).isEqualTo(ExitCode.USAGE);
        assertThat(codeOf(() -> Files.size(file.resolve("x")))).isEqualTo(ExitCode.USAGE);
        assertThat(codeOf(() -> {
                    try (DirectoryStream<Path> entries = Files.newDirectoryStream(file)) {
                        return entries.iterator().hasNext();
                    }
                }))
                .isEqualTo(ExitCode.USAGE);
        assertThat(codeOf(() -> Files.size(loop))).isEqualTo(ExitCode.USAGE);
        assertThat(codeOf(() -> Files.size(loop.resolve("x")))).isEqualTo(ExitCode.USAGE);
        assertThat(codeOf(() -> Files.size(folder.resolve("é".repeat(128))))).isEqualTo(ExitCode.USAGE);
        assertThat(codeOf(() -> Files.size(folder.resolve("long/".repeat(900)))))
                .isEqualTo(ExitCode.USAGE);
        assertThat(codeOf(() -> Files.readAllBytes(folder))).isEqualTo(ExitCode.USAGE);
        assertThat(codeOf(() -> {
                    try (OutputStream out = Files.newOutputStream(folder)) {
                        out.write(1);
                        return out;
                    }
                }))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theWordsOfTheSystemDoNotDecideWhatTheFilesShow() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(code(new FileSystemException(file + "/x", null, "Kein Verzeichnis")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(code(new FileSystemException("/" + "x".repeat(256), null, "Dateiname zu lang")))
                .isEqualTo(ExitCode.USAGE);
    }

    private static ExitCode codeOf(Callable<?> call) {
        return code(catchThrowableOfType(IOException.class, call::call));
    }

    private ExitCode code(String reason) {
        return code(new FileSystemException(folder.resolve("f").toString(), null, reason));
    }

    private static ExitCode code(IOException fault) {
        return FileFailure.of("write /f", fault).exitCode();
    }

    @Test
    void theCauseIsKept() {
        IOException cause = new AccessDeniedException("/f");
        MonshException refused = FileFailure.of("write /f", cause);
        assertThat(refused).hasMessage("write /f: permission denied").hasCause(cause);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
    }
}
