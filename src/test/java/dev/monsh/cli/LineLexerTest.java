package dev.monsh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineLexerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '§',
            value = {
                "a b c                ~ a|b|c",
                "§  a \t b  §         ~ a|b",
                "'a b' c              ~ a b|c",
                "a' 'b\" \"c         ~ a b c",
                "'a\"b'               ~ a\"b",
                "\"it's\"             ~ it's",
                "'$HOME \\n *'        ~ $HOME \\n *",
                "\"$HOME *\"          ~ $HOME *",
                "\"a\\\"b\\\\c\\$d\\`e\" ~ a\"b\\c$d`e",
                "\"a\\nb\\'\"         ~ a\\nb\\'",
                "a\\ b\\'c\\\\d\\#    ~ a b'c\\d#",
                "''                   ~ §§",
                "a '' \"\" b          ~ a|||b",
                "a # b                ~ a",
                "a#b                  ~ a#b",
                "'# a' #              ~ # a",
                "über 日本 🙂          ~ über|日本|🙂"
            })
    void splitsByTheQuotingOfPosix(String line, String words) {
        assertThat(texts(line)).containsExactly(words.split("\\|", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t", "# all of it", "  # and this"})
    void aLineWithoutWordsHasNone(String line) {
        assertThat(texts(line)).isEmpty();
    }

    @Test
    void nothingIsExpanded() {
        assertThat(texts("$HOME ~ * ? ${x} $(ls) `ls` !! a*b {1,2}"))
                .containsExactly("$HOME", "~", "*", "?", "${x}", "$(ls)", "`ls`", "!!", "a*b", "{1,2}");
    }

    @Test
    void aQuotedLineFeedIsPartOfTheWord() {
        assertThat(texts("a 'b\nc' \"d\ne\"")).containsExactly("a", "b\nc", "d\ne");
    }

    @Test
    void aWordKnowsWhereItStandsAndWhetherItStartsWithAQuote() {
        assertThat(LineLexer.words("ab 'c d' e'f'"))
                .containsExactly(
                        new Lexeme("ab", 0, 2, false), new Lexeme("c d", 3, 8, true), new Lexeme("ef", 9, 13, false));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '§',
            value = {
                "a 'b,         column 3, the ' opened here is not closed",
                "'a' b\"c,     column 6, the \" opened here is not closed",
                "\"a\\\",      column 1, the \" opened here is not closed",
                "a b\\,        column 4, nothing follows the \\"
            })
    void whatIsOpenAtTheEndIsAUsageErrorWithItsColumn(String line, String what, String why) {
        assertThatThrownBy(() -> LineLexer.words(line)).isInstanceOfSatisfying(UsageException.class, e -> {
            assertThat(e.what()).isEqualTo(what);
            assertThat(e.why()).isEqualTo(why);
        });
    }

    @Test
    void anExpressionIsTheRestOfTheLineAsItStands() {
        LineLexer lexer = new LineLexer("  rate(x{a='it\\'s'}[5m])  # no comment here  ");
        assertThat(lexer.expression(word -> true, List.of()))
                .isEqualTo(new Lexeme("rate(x{a='it\\'s'}[5m])  # no comment here", 2, 43, false));
        assertThat(lexer.next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'up'", "\"up\"", "# up", "  "})
    void whatStartsWithAQuoteOrACommentIsNoExpression(String line) {
        assertThat(new LineLexer(line).expression(word -> true, List.of())).isNull();
    }

    @Test
    void aWordThatStartsNoExpressionIsStillToCome() {
        LineLexer lexer = new LineLexer(" labels x");
        assertThat(lexer.expression(word -> !word.equals("labels"), List.of())).isNull();
        assertThat(lexer.next()).isEqualTo(new Lexeme("labels", 1, 7, false));
    }

    private static List<String> texts(String line) {
        return LineLexer.words(line).stream().map(Lexeme::text).toList();
    }
}
