package dev.monsh.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalProfileTest {

    private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color", "LANG", "en_US.UTF-8");

    @Test
    void aUtf8TerminalHasEverything() {
        assertThat(TerminalProfile.decide("111", "40 120", XTERM))
                .isEqualTo(new TerminalProfile(true, true, true, 120, 40, true, true, true, true));
    }

    @ParameterizedTest
    @CsvSource({
        "000, false, false, false",
        "100, true, false, false",
        "010, false, true, false",
        "001, false, false, true"
    })
    void eachStreamIsATerminalOrNot(String flags, boolean in, boolean out, boolean err) {
        TerminalProfile profile = TerminalProfile.decide(flags, "24 80", XTERM);
        assertThat(profile.stdinTerminal()).isEqualTo(in);
        assertThat(profile.stdoutTerminal()).isEqualTo(out);
        assertThat(profile.stderrTerminal()).isEqualTo(err);
        assertThat(profile.color()).isEqualTo(out);
    }

    @ParameterizedTest
    @CsvSource({
        "NO_COLOR, 1, false",
        "NO_COLOR, 0, false",
        "NO_COLOR, '', true",
        "TERM, dumb, false",
        "TERM, '', false",
        "TERM, linux, true"
    })
    void noColorAndADumbTerminalTurnColourOff(String variable, String value, boolean color) {
        assertThat(TerminalProfile.decide("111", "24 80", with(variable, value)).color())
                .isEqualTo(color);
    }

    @ParameterizedTest
    @CsvSource({"TERM, dumb, false", "TERM, linux, false", "TERM, xterm, true", "LANG, C, false", "NO_COLOR, 1, true"})
    void brailleNeedsUtf8AndAFontThatHasIt(String variable, String value, boolean braille) {
        assertThat(TerminalProfile.decide("111", "24 80", with(variable, value)).braille())
                .isEqualTo(braille);
    }

    @ParameterizedTest
    @CsvSource({
        "LANG=en_US.UTF-8, true",
        "LANG=de_DE.utf8, true",
        "LANG=C, false",
        "LANG=de_DE.ISO-8859-1, false",
        "LC_ALL=C LANG=en_US.UTF-8, false",
        "LC_CTYPE=C.UTF-8 LANG=C, true",
        "LC_ALL= LC_CTYPE=C.UTF-8, true",
        "MONSH_LOCALE=C LC_ALL=C.UTF-8, false",
        "MONSH_LOCALE=en_US.UTF-8 LC_ALL=C, true",
        "X=y, false"
    })
    void theUsersLocaleTellsWhetherTextIsUtf8(String variables, boolean unicode) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables.split(" ")) {
            String[] nameAndValue = variable.split("=", 2);
            environment.put(nameAndValue[0], nameAndValue[1]);
        }
        assertThat(TerminalProfile.decide("111", "24 80", environment).unicode())
                .isEqualTo(unicode);
    }

    @ParameterizedTest
    @CsvSource({
        "40 120, '', 120, 40",
        "40 120, 60, 120, 40",
        "0 0, '', 80, 24",
        "0 0, 60, 60, 24",
        "'', 60, 60, 24",
        "'', x, 80, 24",
        "'', -5, 80, 24",
        "x y, '', 80, 24",
        "40, '', 80, 24",
        "'40 120\n', '', 120, 40",
        "-1 -1, '', 80, 24"
    })
    void theSizeIsTheTerminalsOrColumnsOrTheUsual(String size, String columns, int width, int height) {
        TerminalProfile profile = TerminalProfile.decide("111", size, with("COLUMNS", columns));
        assertThat(profile.width()).isEqualTo(width);
        assertThat(profile.height()).isEqualTo(height);
    }

    @Test
    void withoutALauncherItAsksTheJdk() {
        TerminalProfile profile = TerminalProfile.decide(null, null, XTERM);
        assertThat(profile.stdinTerminal()).isEqualTo(profile.stdoutTerminal());
        assertThat(profile.width()).isEqualTo(80);
        assertThat(TerminalProfile.decide("11", null, XTERM)).isEqualTo(profile);
    }

    @Test
    void aWindowWithoutSizeKeepsTheOneKnown() {
        TerminalProfile profile = TerminalProfile.decide("111", "40 120", XTERM);
        assertThat(profile.resized(0, 0)).isEqualTo(profile);
        assertThat(profile.resized(50, 10).width()).isEqualTo(50);
        assertThat(profile.withoutColor().color()).isFalse();
        assertThat(profile.withoutColor().braille()).isTrue();
    }

    private static Map<String, String> with(String variable, String value) {
        Map<String, String> environment = new HashMap<>(XTERM);
        environment.put(variable, value);
        return environment;
    }
}
