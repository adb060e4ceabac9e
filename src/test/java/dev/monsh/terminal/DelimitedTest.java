package dev.monsh.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.testing.CapturedConsole;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelimitedTest {

    @Test
    void aCellOfTsvIsNeverMoreThanItsField() {
        assertThat(row(Delimited.TSV, "a\tb", "c\nd\re", "f\\n", "", "größe 🙂", "\"q\",'"))
                .isEqualTo("a\\tb\tc\\nd\\re\tf\\\\n\t\tgröße 🙂\t\"q\",'\n");
    }

    @Test
    void aCellOfTsvCanBeHadBack() {
        String cell = "\\\t\\t\n\\n\\\\\r";
        String written = row(Delimited.TSV, cell);
        assertThat(written.indexOf(10)).isEqualTo(written.length() - 1);
        assertThat(unescaped(written)).isEqualTo(cell + "\n");
    }

    @Test
    void csvQuotesWhatRfc4180Wants() {
        assertThat(row(Delimited.CSV, "a", "b,c", "d\"e", "f\ng", "h\r", "", " x ", "it's", "\\"))
                .isEqualTo("a,\"b,c\",\"d\"\"e\",\"f\ng\",\"h\r\",, x ,it's,\\\n");
    }

    @Test
    void aRowOfOneEmptyCellIsALineEnd() {
        assertThat(row(Delimited.CSV, "")).isEqualTo("\n");
        assertThat(row(Delimited.TSV, "")).isEqualTo("\n");
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                c = text.charAt(++i);
                plain.append(c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static String row(Delimited form, String... cells) {
        CapturedConsole captured = CapturedConsole.piped();
        form.row(captured.console().out(), List.of(cells));
        return captured.out();
    }
}
