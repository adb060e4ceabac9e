package dev.monsh.logs.ql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.RejectedException;
import dev.monsh.labels.Labels;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogSelectorTest {

    private static final Labels STREAM = Labels.of(Map.of("service", "ppl_detection", "filename", "/logs/a.log"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '¤',
            value = {
                "{service=\"ppl_detection\"} § true",
                "{service=\"ppl\"} § false",
                "{service!=\"ppl\", filename=~\".+\"} § true",
                "{service=~\"ppl\"} § false",
                "{service=~\"ppl.*\"} § true",
                "{service=~`ppl_\\w+`} § true",
                "{service=~\"ppl_\\\\w+\"} § true",
                "{service=~\"x|ppl_detection\",} § true",
                "{service=~\"ppl_detection|x\"} § true",
                "{service!~\"ppl\", filename!=\"\"} § true",
                "{service!~\"ppl.*\", filename!=\"\"} § false",
                "{service=\"ppl_detection\", absent=\"\"} § true",
                "{service=\"ppl_detection\", absent!=\"\"} § false",
                " { service = \"ppl_detection\" } # a comment § true",
                "{service=\"ppl\\u005fdetection\"} § true",
                "{service=\"ppl\\x5fdetection\"} § true",
                "{service=\"ppl\\137detection\"} § true"
            })
    void matchersSelectStreams(String expression, boolean selected) {
        assertThat(LogSelector.parse(expression).selects(STREAM)).isEqualTo(selected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '¤',
            value = {
                "|= \"took 167ms\" § true",
                "|= `took` |= \"nothing\" § false",
                "|= \"nothing\" or \"took\" § true",
                "!= \"took\" § false",
                "!= \"nothing\" or \"took\" § false",
                "!= \"nothing\" § true",
                "|~ \"took \\\\d+ms$\" § true",
                "|~ `took \\d+ms$` § true",
                "|~ `^took` § false",
                "|~ `(?i)TOOK` § true",
                "!~ `took \\d{4}` § true",
                "!~ `took \\d{3}` § false"
            })
    void filtersLetLinesPass(String filters, boolean passes) {
        assertThat(LogSelector.parse("{a=\"b\"} " + filters).passes("request 91 took 167ms"))
                .isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '¤',
            value = {
                "service § LogQL:1:1 § a selector like",
                "sum(rate({a=\"b\"}[1m])) § LogQL:1:1 § anything else requires Loki",
                "{} § LogQL:1:1 § at least one regexp or equality matcher",
                "{a=~\".*\"} § LogQL:1:1 § at least one regexp or equality matcher",
                "{a=\"b\" § LogQL:1:7 § expected } or ,",
                "{a=\"b\" c=\"d\"} § LogQL:1:8 § expected } or ,",
                "{=\"b\"} § LogQL:1:2 § expected a label name",
                "{a>\"b\"} § LogQL:1:3 § expected =, !=, =~ or !~",
                "{a=b} § LogQL:1:4 § expected a string",
                "{a=\"b} § LogQL:1:4 § this quote is not closed",
                "{a=`b} § LogQL:1:4 § this backtick is not closed",
                "{a=\"\\d\"} § LogQL:1:5 § unknown escape \\d",
                "{a=\"\\xg0\"} § LogQL:1:5 § expected an escape with 2 digits",
                "{a=~\"(\"} § LogQL:1:5 § missing closing )",
                "{a=\"b\"} |~ \"[\" § LogQL:1:12 § missing closing ]",
                "{a=\"b\"} |= x § LogQL:1:12 § expected a string in quotes or backticks after |=",
                "{a=\"b\"} | json § LogQL:1:9 § the stage json requires Loki",
                "{a=\"b\"} |= \"x\" | logfmt | y=1 § LogQL:1:16 § the stage logfmt requires Loki",
                "{a=\"b\"} |> \"<_> x\" § LogQL:1:9 § the pattern filter requires Loki",
                "{a=\"b\"} |= ip(\"10.0.0.1\") § LogQL:1:12 § ip(…) requires Loki",
                "{a=\"b\"}[5m] § LogQL:1:8 § expected a line filter"
            })
    void aFaultIsNamedWithItsPlace(String expression, String place, String why) {
        assertThatThrownBy(() -> LogSelector.parse(expression))
                .isInstanceOfSatisfying(RejectedException.class, failure -> {
                    assertThat(failure.what()).isEqualTo(place);
                    assertThat(failure.why()).contains(why);
                });
    }

    @Test
    void theColumnIsCountedInItsLine() {
        assertThatThrownBy(() -> LogSelector.parse("{a=\"b\"}\n  |= \"x\"\n  | json"))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        failure -> assertThat(failure.what()).isEqualTo("LogQL:3:3"));
    }
}
