package dev.monsh.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.SampleCommands;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineHighlighterTest {

    /** A letter for the look of each character: c command, o option, w wrong, . plain. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '§',
            value = {
                "box use odk04      ~ ccc.ccc......",
                "bix use            ~ www.www",
                "bo                 ~ ..",
                "bx                 ~ ww",
                "box usr            ~ ccc.www",
                "box us             ~ ccc...",
                "query -o json up   ~ ccccc.oo........",
                "query --nope up    ~ ccccc.wwwwww...",
                "query --no         ~ ccccc.....",
                "query -sum(x) -o   ~ ccccc...........",
                "box use 'odk       ~ ccc.ccc.wwww",
                "query 'up{         ~ ccccc.wwww",
                "query up{a='it\\'s ~ ccccc............",
                "-q box show # note ~ oo.ccc.cccc......."
            })
    void commandsAndOptionsAreColouredAndWhatWillNotParseIsRed(String line, String looks) {
        AttributedString highlighted = new LineHighlighter(SampleCommands.tree(), true).highlight(null, line);
        assertThat(highlighted.toString()).isEqualTo(line);
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < highlighted.length(); i++) {
            AttributedStyle style = highlighted.styleAt(i);
            seen.append(
                    style.equals(AttributedStyle.DEFAULT.bold())
                            ? 'c'
                            : style.equals(AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN))
                                    ? 'o'
                                    : style.equals(AttributedStyle.DEFAULT.foreground(AttributedStyle.RED))
                                            ? 'w'
                                            : '.');
        }
        assertThat(seen).hasToString(looks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   box", "box use   ", "'", "a 'b' \"c", "\\", "# x", "größe 🙂 'x"})
    void theTextIsNeverChanged(String line) {
        for (boolean color : new boolean[] {true, false}) {
            assertThat(new LineHighlighter(SampleCommands.tree(), color).highlight(null, line))
                    .hasToString(line);
        }
    }

    @Test
    void withoutColourNothingIsPainted() {
        AttributedString plain = new LineHighlighter(SampleCommands.tree(), false).highlight(null, "bix");
        assertThat(plain.styleAt(0)).isEqualTo(AttributedStyle.DEFAULT);
    }
}
