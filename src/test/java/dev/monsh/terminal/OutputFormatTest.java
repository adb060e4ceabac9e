package dev.monsh.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFormatTest {

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void everyFormIsFoundByItsWord(OutputFormat format) {
        assertThat(OutputFormat.of(format.word())).contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "JSON", "Json", " json", "xml"})
    void anyOtherWordIsNone(String word) {
        assertThat(OutputFormat.of(word)).isEmpty();
    }

    @Test
    void theContractsFormsAreThere() {
        assertThat(OutputFormat.words(List.of(OutputFormat.values())))
                .isEqualTo("table|tsv|csv|json|jsonl|raw|graph|yaml");
    }
}
