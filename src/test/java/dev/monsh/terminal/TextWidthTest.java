package dev.monsh.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "abc, 3",
        "größe, 5",
        "日本, 4",
        "🙂, 2",
        "e\u0301, 1",
        "ﾊﾝ, 2",
        "한글, 4",
        "─│┤, 3",
        "…, 1",
        "🇯🇵, 2",
        "🇯🇵🇩🇪, 4",
        "🇯, 2",
        "👩‍💻, 2",
        "👍🏽, 2",
        "⚠️, 2",
        "☺, 1"
    })
    void countsTheColumnsOfATerminal(String text, int columns) {
        assertThat(TextWidth.of(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({
        "abc, 0, ''",
        "abc, 2, ab",
        "abc, 3, abc",
        "abc, 9, abc",
        "日本語, 3, 日",
        "日本語, 4, 日本",
        "日本語, 1, ''",
        "a🙂b, 2, a",
        "a🙂b, 3, a🙂",
        "e\u0301x, 1, e\u0301"
    })
    void aPrefixCutsNoCharacterInTwo(String text, int columns, String prefix) {
        assertThat(TextWidth.prefix(text, columns)).isEqualTo(prefix);
    }

    @Test
    void aPrefixIsNeverWiderThanAsked() {
        String text = "a日e\u0301🙂b";
        for (int columns = 0; columns < 10; columns++) {
            assertThat(TextWidth.of(TextWidth.prefix(text, columns))).isLessThanOrEqualTo(columns);
        }
    }
}
