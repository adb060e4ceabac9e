package dev.monsh.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file behind {@code >} and {@code >>}. */
class ResultFileTest {

    @TempDir
    private Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path old() throws IOException {
        return Files.writeString(folder.resolve("old"), "before\n");
    }

    @Test
    void whatWasInItIsReplacedOrContinued() throws IOException {
        try (ResultFile file = ResultFile.open(old(), false)) {
            file.write(bytes("a\n"));
            file.write(bytes("b\n"));
        }
        assertThat(folder.resolve("old")).hasContent("a\nb\n");
        try (ResultFile file = ResultFile.open(folder.resolve("old"), true)) {
            file.write(bytes("c\n"));
        }
        assertThat(folder.resolve("old")).hasContent("a\nb\nc\n");
    }

    @Test
    void aResultOfNothingIsAnEmptyFile() throws IOException {
        ResultFile.open(old(), false).close();
        assertThat(folder.resolve("old")).isEmptyFile();
        ResultFile.open(folder.resolve("new"), false).close();
        assertThat(folder.resolve("new")).isEmptyFile();
    }

    @Test
    void aMistypedCommandLeavesNoTrace() throws IOException {
        for (Path path : new Path[] {old(), folder.resolve("new")}) {
            try (ResultFile file = ResultFile.open(path, false)) {
                file.leave();
            }
        }
        assertThat(folder.resolve("old")).hasContent("before\n");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void whatWasWrittenBeforeTheFaultStays() throws IOException {
        try (ResultFile file = ResultFile.open(old(), false)) {
            file.write(bytes("half\n"));
            file.leave();
        }
        try (ResultFile file = ResultFile.open(folder.resolve("new"), false)) {
            file.leave();
            file.write(bytes("late\n"));
        }
        assertThat(folder.resolve("old")).hasContent("half\n");
        assertThat(folder.resolve("new")).hasContent("late\n");
    }
}
