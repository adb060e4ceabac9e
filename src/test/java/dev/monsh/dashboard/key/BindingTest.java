package dev.monsh.dashboard.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BindingTest {

    @Test
    void theDocumentationHasEveryKeyWithTheWordsOfTheHelp() throws IOException {
        String document = Files.readString(Path.of("docs", "top.md"));
        for (Binding binding : Binding.values()) {
            assertThat(document).contains("| " + binding.help() + " |");
        }
    }

    @Test
    void theScreensOfTheDocumentationAreThoseThatTheProgramMakes() throws IOException {
        String document = Files.readString(Path.of("docs", "top.md"));
        for (String frame : List.of("well-110x40", "trouble-80x24", "worker-gone-60x20", "well-200x60")) {
            String golden = Files.readString(Path.of("src/test/resources/dashboard", frame + ".txt"));
            assertThat(document).contains("```\n" + golden + "```\n");
        }
    }

    @Test
    void helpFitsTheNarrowestWindowThatShowsIt() {
        for (Binding binding : Binding.values()) {
            assertThat(binding.keyWords()).hasSizeLessThanOrEqualTo(18);
            assertThat(binding.word()).hasSizeLessThanOrEqualTo(10);
        }
    }
}
