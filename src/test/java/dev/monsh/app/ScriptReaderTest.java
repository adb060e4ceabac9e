package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.RejectedException;
import dev.monsh.failure.UsageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptReaderTest {

    @TempDir
    private Path folder;

    @Test
    void everyLineIsACommandAndCommentsAreNone() {
        assertThat(steps("a\n\n  # comment \\\n\t\n b 'c' \n#x\nd # e\n"))
                .containsExactly("1:a", "5: b 'c' ", "7:d # e");
    }

    @Test
    void aBackslashAtTheEndContinuesALine() {
        assertThat(steps("query \\\n  up \\\n+ 1\nnext")).containsExactly("1:query   up + 1", "4:next");
    }

    @Test
    void anEvenNumberOfBackslashesContinuesNothing() {
        assertThat(steps("a \\\\\nb \\\\\\\nc")).containsExactly("1:a \\\\", "2:b \\\\c");
    }

    @Test
    void aBackslashAtTheEndOfTheFileContinuesNothing() {
        assertThat(steps("a \\")).containsExactly("1:a ");
        assertThat(steps("a \\\n")).containsExactly("1:a ");
    }

    @Test
    void theLineEndsOfWindowsAreLineEnds() {
        assertThat(steps("a\r\nb \\\r\nc\r\n\r\nd\r\n")).containsExactly("1:a", "2:b c", "5:d");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstCommand() {
        assertThat(steps("\ufeffa\nb")).containsExactly("1:a", "2:b");
        assertThat(steps("\ufeff# c\nb")).containsExactly("2:b");
        assertThat(steps("\ufeffa \\\nb")).containsExactly("1:a b");
    }

    @Test
    void aScriptWithoutCommandsHasNone() {
        assertThat(steps("")).isEmpty();
        assertThat(steps("\n\n")).isEmpty();
        assertThat(steps("# only this")).isEmpty();
    }

    @Test
    void textIsUtf8() {
        assertThat(steps("größe 日本 🙂")).containsExactly("1:größe 日本 🙂");
    }

    @Test
    void aFileIsReadUnderItsName() throws IOException {
        Path file = Files.writeString(folder.resolve("check.monsh"), "a\n");
        try (ScriptReader reader = ScriptReader.ofFile(file)) {
            assertThat(reader.name()).isEqualTo(file.toString());
            assertThat(reader.next()).isEqualTo(new ScriptReader.Step(1, "a"));
            assertThat(reader.next()).isNull();
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void whatIsNoFileIsAUsageError() {
        assertThatThrownBy(() -> ScriptReader.ofFile(folder.resolve("missing")))
                .isInstanceOf(UsageException.class)
                .hasMessage(folder.resolve("missing") + ": file not found");
        assertThatThrownBy(() -> ScriptReader.ofFile(folder))
                .isInstanceOf(UsageException.class)
                .hasMessage(folder + ": is a folder, not a script");
    }

    @Test
    void aLineWithoutEndAndABinaryFileAreUsageErrors() {
        String mebibyte = "x".repeat(1 << 20);
        assertThat(steps("a\n" + mebibyte)).hasSize(2);
        assertThatThrownBy(() -> steps("a\n" + mebibyte + "x"))
                .isInstanceOf(UsageException.class)
                .hasMessage("x:2: the line is longer than 1 MiB");
        assertThatThrownBy(() -> steps("a\n" + "xxxxxxx\\\n".repeat(200_000)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("longer than 1 MiB");
        assertThatThrownBy(() -> steps("a\r\n\u0000"))
                .isInstanceOf(UsageException.class)
                .hasMessage("x:2: contains a NUL byte: not a text file");
    }

    @Test
    void aFaultWhileReadingIsTold() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }
        };
        assertThatThrownBy(() -> ScriptReader.ofStream("stdin", broken).next())
                .isInstanceOf(RejectedException.class)
                .hasMessage("stdin: can't be read: Input/output error");
    }

    private static List<String> steps(String text) {
        List<String> steps = new ArrayList<>();
        ScriptReader reader =
                ScriptReader.ofStream("x", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        for (ScriptReader.Step step = reader.next(); step != null; step = reader.next()) {
            steps.add(step.line() + ":" + step.text());
        }
        return steps;
    }
}
