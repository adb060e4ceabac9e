package dev.monsh.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineStyleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|LF|true|usual",
                "a|LF|false|usual",
                "a\\n|LF|true|usual",
                "a\\r\\nb\\r\\n|CRLF|true|usual",
                "a\\r\\nb|CRLF|false|usual",
                "a\\nb\\r\\nc\\n|LF|true|usual",
                "a\\n  b\\n  c\\n|LF|true|2",
                "a\\n    b\\n        c\\nd\\n  e\\n|LF|true|4",
                "a\\n   b\\n\\n   c\\n|LF|true|3",
                "a\\n\\tb\\n\\t\\tc\\n|LF|true|tab",
                "a {\\n        \\n    b\\n}\\n|LF|true|4",
            })
    void itIsWhatMostLinesHave(String text, String lineEnd, boolean finalLineEnd, String indent) {
        String real = text.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t");
        LineStyle style = LineStyle.of(real.getBytes(StandardCharsets.UTF_8), "usual");
        assertThat(style.lineEnd()).isEqualTo(lineEnd.equals("LF") ? "\n" : "\r\n");
        assertThat(style.finalLineEnd()).isEqualTo(finalLineEnd);
        assertThat(style.indent())
                .isEqualTo(
                        switch (indent) {
                            case "usual" -> "usual";
                            case "tab" -> "\t";
                            default -> " ".repeat(Integer.parseInt(indent));
                        });
    }

    @Test
    void blanksAfterATabDoNotCountAsALevel() {
        assertThat(LineStyle.of("a\n\t  b\n".getBytes(StandardCharsets.UTF_8), "x")
                        .indent())
                .isEqualTo("\t");
    }
}
