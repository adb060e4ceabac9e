package dev.monsh.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.cli.completion.Languages;
import dev.monsh.cli.completion.Names;
import dev.monsh.logs.ql.LogQl;
import dev.monsh.metrics.ql.PromQl;
import dev.monsh.testing.SampleCommands;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineHighlighterTest {

    private static LineHighlighter highlighter(boolean color) {
        return new LineHighlighter(
                SampleCommands.tree(),
                new Languages(PromQl::new, LogQl::new),
                kind -> new Names() {
                    @Override
                    public boolean knows(String metric) {
                        return !metric.equals("unknown");
                    }

                    @Override
                    public boolean knowsLabel(String label) {
                        return !label.equals("nolabel");
                    }
                },
                color);
    }

    /** f function, k keyword, l label, s string, n number, u unknown metric, x what can't stand there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '§',
            value = {
                "query sum by (job) (up) ~ ccccc.fff.kk..lll......",
                "query rate(up{a=\"b\"}[5m]) ~ ccccc.ffff....l.sss..nn..",
                "query up{nolabel=\"b\"} ~ ccccc....uuuuuuu.sss.",
                "query sum by (nolabel) (up) ~ ccccc.fff.kk..lllllll......",
                "query unknown + up      ~ ccccc.uuuuuuu.....",
                "query unknown           ~ ccccc........",
                "query up foo up         ~ ccccc....xxx...",
                "logs {a=\"b\"} | json   ~ cccc..l.sss....kkkk"
            })
    void thePartsOfAnExpressionAreColoured(String line, String looks) {
        AttributedString highlighted = highlighter(true).highlight(null, line);
        assertThat(highlighted.toString()).isEqualTo(line);
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < highlighted.length(); i++) {
            seen.append(look(highlighted.styleAt(i)));
        }
        assertThat(seen).hasToString(looks);
    }

    private static char look(AttributedStyle style) {
        AttributedStyle plain = AttributedStyle.DEFAULT;
        return Map.of(
                        plain.bold(), 'c',
                        plain.foreground(AttributedStyle.BLUE), 'f',
                        plain.foreground(AttributedStyle.MAGENTA), 'k',
                        plain.foreground(AttributedStyle.CYAN), 'l',
                        plain.foreground(AttributedStyle.GREEN), 's',
                        plain.foreground(AttributedStyle.YELLOW), 'n',
                        plain.foreground(AttributedStyle.YELLOW).underline(), 'u',
                        plain.foreground(AttributedStyle.RED).underline(), 'x')
                .getOrDefault(style, '.');
    }

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
                "query up{a='it\\'s ~ ccccc....o.......",
                "-q box show # note ~ oo.ccc.cccc......."
            })
    void commandsAndOptionsAreColouredAndWhatWillNotParseIsRed(String line, String looks) {
        AttributedString highlighted = highlighter(true).highlight(null, line);
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
            assertThat(highlighter(color).highlight(null, line)).hasToString(line);
        }
    }

    @Test
    void withoutColourNothingIsPainted() {
        AttributedString plain = highlighter(false).highlight(null, "bix");
        assertThat(plain.styleAt(0)).isEqualTo(AttributedStyle.DEFAULT);
    }

    @Test
    void theBracketThatBelongsToTheOneAtTheCursorIsFound() {
        String text = "sum(rate(up{a=\")\"}[5m]))";
        var pieces = new PromQl().read(text, 0).pieces();
        assertThat(BracketPair.at(text, pieces, text.length())).isEqualTo(new BracketPair(3, text.length() - 1));
        assertThat(BracketPair.at(text, pieces, 8)).isEqualTo(new BracketPair(8, text.length() - 2));
        assertThat(BracketPair.at(text, pieces, 11)).isEqualTo(new BracketPair(11, 17));
        assertThat(BracketPair.at(text, pieces, 1)).isEqualTo(new BracketPair(-1, -1));
        assertThat(BracketPair.at("up)", new PromQl().read("up)", 0).pieces(), 3))
                .isEqualTo(new BracketPair(-1, -1));
    }
}
