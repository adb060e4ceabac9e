package dev.monsh.logs.ql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.ql.Piece;
import dev.monsh.testing.PlaceTable;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LogQlTest {

    private final LogQl language = new LogQl();

    static List<PlaceTable.Row> rows() {
        return PlaceTable.rows(LogQlTest.class, "places.txt");
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
                "{a=\"b\"} |= `x` | json | c>5 ; BRACKET {|LABEL a|OPERATOR =|STRING \"b\"|BRACKET }|OPERATOR |=|STRING `x`|OPERATOR ||KEYWORD json|OPERATOR ||LABEL c|OPERATOR >|NUMBER 5",
                "rate({a=\"b\"} | unwrap bytes(x) [5m]) ; FUNCTION rate|BRACKET (|BRACKET {|LABEL a|OPERATOR =|STRING \"b\"|BRACKET }|OPERATOR ||KEYWORD unwrap|FUNCTION bytes|BRACKET (|LABEL x|BRACKET )|BRACKET [|DURATION 5m|BRACKET ]|BRACKET )"
            })
    void partsHaveRoles(String text, String expected) {
        assertThat(pieces(text)).isEqualTo(expected);
    }
}
