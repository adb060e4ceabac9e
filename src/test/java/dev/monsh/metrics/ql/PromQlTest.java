package dev.monsh.metrics.ql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.ql.Piece;
import dev.monsh.testing.PlaceTable;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PromQlTest {

    private final PromQl language = new PromQl();

    static List<PlaceTable.Row> rows() {
        return PlaceTable.rows(PromQlTest.class, "places.txt");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatMayStandAtTheCursor(PlaceTable.Row row) {
        assertThat(PlaceTable.places(language, row)).isEqualTo(row.expected());
    }

    @Test
    void noPrefixOfAnyExpressionFailsAndEveryPieceIsInOrder() {
        for (PlaceTable.Row row : rows()) {
            for (int cut = 0; cut <= row.text().length(); cut++) {
                String text = row.text().substring(0, cut);
                for (int cursor = 0; cursor <= cut; cursor++) {
                    List<Piece> pieces = language.read(text, cursor).pieces();
                    for (int i = 1; i < pieces.size(); i++) {
                        assertThat(pieces.get(i).start())
                                .isGreaterThanOrEqualTo(pieces.get(i - 1).end());
                    }
                }
            }
        }
    }

    private String pieces(String text) {
        return language.read(text, text.length()).pieces().stream()
                .map(piece -> piece.role() + " " + text.substring(piece.start(), piece.end()))
                .collect(Collectors.joining("|"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '§',
            value = {
                "sum by (job) (rate(up{a=\"b\"}[5m])) ; FUNCTION sum|KEYWORD by|BRACKET (|LABEL job|BRACKET )|BRACKET (|FUNCTION rate|BRACKET (|METRIC up|BRACKET {|LABEL a|OPERATOR =|STRING \"b\"|BRACKET }|BRACKET [|DURATION 5m|BRACKET ]|BRACKET )|BRACKET )",
                "up offset 1h > bool 2 # x   ; METRIC up|KEYWORD offset|DURATION 1h|OPERATOR >|KEYWORD bool|NUMBER 2|COMMENT # x",
                "up nonsense 2               ; METRIC up|FAULT nonsense|PLAIN 2",
                "up nons                     ; METRIC up|PLAIN nons"
            })
    void partsHaveRoles(String text, String expected) {
        assertThat(pieces(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '§',
            value = {"sum(up      ; 3", "up{job=\"a ; 2 7", "sum(up[5m]  ; 3", "sum(up)     ; §§", "(a + (b)    ; 0"})
    void whatIsOpenIsKnown(String text, String offsets) {
        assertThat(language.read(text, 0).open().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .isEqualTo(offsets);
    }
}
