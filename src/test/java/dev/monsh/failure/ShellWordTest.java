package dev.monsh.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShellWordTest {

    @Test
    void onlyAWordThatAShellWouldSplitOrChangeIsQuoted() {
        assertThat(ShellWord.of(Path.of("/a/b-1.yml"))).isEqualTo("/a/b-1.yml");
        assertThat(ShellWord.of("/a b")).isEqualTo("'/a b'");
        assertThat(ShellWord.of("it's $x")).isEqualTo("'it'\\''s $x'");
        assertThat(ShellWord.of("")).isEqualTo("''");
    }
}
