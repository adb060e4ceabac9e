package dev.monsh.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileFailureTest {

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
    void onlyAMissingPermissionIsARefusal() {
        assertThat(code("Read-only file system")).isEqualTo(ExitCode.REFUSED);
        assertThat(code("Operation not permitted")).isEqualTo(ExitCode.REFUSED);
        assertThat(code("File name too long")).isEqualTo(ExitCode.USAGE);
        assertThat(code("Not a directory")).isEqualTo(ExitCode.USAGE);
        assertThat(code("No space left on device")).isEqualTo(ExitCode.PARTIAL);
        assertThat(FileFailure.of("read /f", new NoSuchFileException("/f")).exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(FileFailure.of("write /f", new IOException("No space left on device"))
                        .exitCode())
                .isEqualTo(ExitCode.PARTIAL);
    }

    private static ExitCode code(String reason) {
        return FileFailure.of("write /f", new FileSystemException("/f", null, reason))
                .exitCode();
    }

    @Test
    void theCauseIsKept() {
        IOException cause = new AccessDeniedException("/f");
        MonshException refused = FileFailure.of("write /f", cause);
        assertThat(refused).hasMessage("write /f: permission denied").hasCause(cause);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
    }
}
