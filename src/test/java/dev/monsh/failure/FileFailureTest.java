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
    void theCauseIsKept() {
        IOException cause = new AccessDeniedException("/f");
        RefusedException refused = FileFailure.refused("write /f", cause);
        assertThat(refused).hasMessage("write /f: permission denied").hasCause(cause);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
    }
}
