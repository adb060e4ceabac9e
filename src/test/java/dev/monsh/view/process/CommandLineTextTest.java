package dev.monsh.view.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.process.regex.Capture;
import dev.monsh.testing.CapturedConsole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTextTest {

    private final CommandLineText plain =
            new CommandLineText(CapturedConsole.terminal(80).console());

    private static Capture capture(String text, String part) {
        int start = text.indexOf(part);
        return new Capture("x", 1, start, start + part.length(), part);
    }

    @Test
    void leavesAShortCommandLineAsItIs() {
        assertThat(plain.of("sleep 1", List.of(), 7)).isEqualTo("sleep 1");
        assertThat(plain.of("", List.of(), 7)).isEmpty();
    }

    @Test
    void cutsAtTheEndWhereNothingIsCaptured() {
        assertThat(plain.of("sleep 100", List.of(), 7)).isEqualTo("sleep …");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 8, 12, 20})
    void keepsTheLastCaptureInSight(int width) {
        String text = "/usr/bin/python3 app --stream 02 --port 8000";

        String shown = plain.of(text, List.of(capture(text, "02")), width);

        assertThat(shown)
                .hasSizeLessThanOrEqualTo(width)
                .contains("02")
                .startsWith("…")
                .endsWith("…");
    }

    @Test
    void showsTheEndWhereTheCaptureIsThere() {
        assertThat(plain.of("serve --id 0815", List.of(capture("serve --id 0815", "0815")), 8))
                .isEqualTo("…id 0815");
    }

    @Test
    void showsControlCharactersWithoutTheirPower() {
        assertThat(plain.of("a\u001b[31m\nb", List.of(), 80)).isEqualTo("a\\e[31m\\nb");
        assertThat(CommandLineText.visible("a\udcffb")).isEqualTo("a\\xffb");
    }

    @Test
    void countsWideCharactersAsTwoColumns() {
        assertThat(plain.of("日本語日本語", List.of(), 6)).isEqualTo("日本…");
    }
}
