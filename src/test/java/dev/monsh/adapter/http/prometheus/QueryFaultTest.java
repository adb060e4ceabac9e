package dev.monsh.adapter.http.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.RejectedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryFaultTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '§',
            value = {
                "1:5: parse error: x;                      sum(;       §  sum(\n      ^§",
                "invalid parameter \"query\": 1:1: parse error: x; );  §  )\n  ^§",
                "2:3: parse error: x;                      §a\nb +§;  §  b +\n    ^§",
                "parse error at line 1, col 4: syntax error; {a=};     §  {a=}\n     ^§",
                "1:4: parse error: x;                      §a\tb c§;  §  a b c\n     ^§",
                "1:7: parse error: x;                      ää +;       §  ää +\n      ^§"
            })
    void theLineAndACaretFollowTheMessage(String why, String expression, String pointed) {
        RejectedException fault = new RejectedException("query", why);
        assertThat(QueryFault.pointedAt(fault, expression).why()).isEqualTo(why + "\n" + pointed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boom",
                "3:1: parse error: x",
                "0:1: parse error: x",
                "1:0: parse error: x",
                "expanding series: 1:2"
            })
    void withoutAPlaceInTheExpressionTheMessageStays(String why) {
        RejectedException fault = new RejectedException("query", why);
        assertThat(QueryFault.pointedAt(fault, "up")).isSameAs(fault);
    }
}
