package dev.monsh.dashboard.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void helpFitsTheNarrowestWindowThatShowsIt() {
        for (Binding binding : Binding.values()) {
            assertThat(binding.keyWords()).hasSizeLessThanOrEqualTo(18);
            assertThat(binding.word()).hasSizeLessThanOrEqualTo(10);
        }
    }
}
