package dev.monsh.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SanitizerTest {

    @Test
    void controlsBecomeVisibleEscapes() {
        assertThat(Sanitizer.visible("\u001b[31mred\u001b[0m")).isEqualTo("\\e[31mred\\e[0m");
        assertThat(Sanitizer.visible("a\tb\rc")).isEqualTo("a\\tb\\rc");
        assertThat(Sanitizer.visible("\u0000\u0007\u0008x")).isEqualTo("\\x00\\x07\\x08x");
        assertThat(Sanitizer.visible("\u007f\u0080\u009b\u009f")).isEqualTo("\\x7f\\x80\\x9b\\x9f");
        assertThat(Sanitizer.visible("x\u2028y\u2029z")).isEqualTo("x\\u2028y\\u2029z");
        assertThat(Sanitizer.visible("\u200e\u200f\u061c")).isEqualTo("\\u200e\\u200f\\u061c");
        assertThat(Sanitizer.visible("\u202a\u202e\u2066\u2069")).isEqualTo("\\u202a\\u202e\\u2066\\u2069");
        assertThat(Sanitizer.visible("\ud83d 🙂")).isEqualTo("\\ud83d 🙂");
    }

    @Test
    void aLineFeedStaysOnlyInTextOfSeveralLines() {
        assertThat(Sanitizer.visible("a\nb")).isEqualTo("a\\nb");
        assertThat(Sanitizer.visibleLines("a\nb\tc")).isEqualTo("a\nb\\tc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude42", "\ude42\ud83d", "a\ud83db"})
    void aSurrogateWithoutPartnerIsShown(String text) {
        assertThat(Sanitizer.visible(text))
                .doesNotContain("\ud83d")
                .doesNotContain("\ude42")
                .contains("\\ud");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain \\n text", "größe 日本 🙂 e\u0301", "\u00a0\u00ff", "\u2027\u202f"})
    void cleanTextComesBackAsTheSameString(String text) {
        assertThat(Sanitizer.visible(text)).isSameAs(text);
        assertThat(Sanitizer.visibleLines(text)).isSameAs(text);
    }

    @Test
    void noControlOfAnyKindIsLeft() {
        for (int c = 0; c < 0x10000; c++) {
            String clean = Sanitizer.visible(String.valueOf((char) c));
            assertThat(clean.chars().noneMatch(Character::isISOControl))
                    .as("U+%04x", c)
                    .isTrue();
        }
    }
}
