package dev.monsh.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserProgramTest {

    @Test
    void whatEndsWithoutReadingIsABrokenPipe(@TempDir Path folder) throws IOException {
        UserProgram program = UserProgram.fed("exit 3", folder);
        OutputStream input = program.input();
        assertThat(program.await()).isEqualTo(3);
        // the JDK notes the end on a thread of its own; until then the pipe itself is broken
        assertThatThrownBy(() -> {
                    input.write(new byte[100_000]);
                    input.flush();
                })
                .isInstanceOf(IOException.class)
                .hasMessage("Broken pipe");
    }
}
