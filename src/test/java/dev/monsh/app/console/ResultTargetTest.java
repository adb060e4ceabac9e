package dev.monsh.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.cli.completion.Languages;
import dev.monsh.logs.ql.LogQl;
import dev.monsh.metrics.ql.PromQl;
import dev.monsh.testing.SampleCommands;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultTargetTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '§',
            value = {
                "box show                              ~ box show                  ~ screen",
                "box show > out.txt                    ~ box show                  ~ file out.txt",
                "box show >> out                       ~ box show                  ~ append out",
                "box show >out                         ~ box show                  ~ file out",
                "box show > 'a.txt'                    ~ box show                  ~ file a.txt",
                "box show | grep -v x | wc -l          ~ box show                  ~ program grep -v x | wc -l",
                "box use 'a | b > c'                   ~ box use 'a | b > c'       ~ screen",
                "box use a\\|b                         ~ box use a\\|b             ~ screen",
                "query up > 0                          ~ query up > 0              ~ screen",
                "query up > down                       ~ query up > down           ~ screen",
                "query up > 0.5                        ~ query up > 0.5            ~ screen",
                "query up > bool 0                     ~ query up > bool 0         ~ screen",
                "query up >= 1                         ~ query up >= 1             ~ screen",
                "query up > out.csv                    ~ query up                  ~ file out.csv",
                "query up > ./out                      ~ query up                  ~ file ./out",
                "query up > 0 > out.csv                ~ query up > 0              ~ file out.csv",
                "query up >> out                       ~ query up                  ~ append out",
                "query 'up' > out                      ~ query 'up'                ~ file out",
                "query up -o json > out                ~ query up -o json          ~ file out",
                "query up | head -1                    ~ query up                  ~ program head -1",
                "query sum(up > x.y)                   ~ query sum(up > x.y)       ~ screen",
                "query up{a=\"b > c.d\"}               ~ query up{a=\"b > c.d\"}   ~ screen",
                "logs {a=\"b\"} | json                 ~ logs {a=\"b\"} | json     ~ screen",
                "logs {a=\"b\"} | json | grep x        ~ logs {a=\"b\"} | json     ~ program grep x",
                "logs {a=\"b\"} | level=\"x\"          ~ logs {a=\"b\"} | level=\"x\" ~ screen",
                "logs {a=\"b\"} |= \"x\"               ~ logs {a=\"b\"} |= \"x\"   ~ screen",
                "logs {a=\"b\"} |= \"x\" | wc -l       ~ logs {a=\"b\"} |= \"x\"   ~ program wc -l"
            })
    void theEndOfALineSaysWhereResultsGo(String line, String command, String target) {
        ResultTarget.Split split = ResultTarget.of(line, SampleCommands.tree(), new Languages(PromQl::new, LogQl::new));
        assertThat(split.line()).isEqualTo(command);
        assertThat(
                        switch (split.target()) {
                            case ResultTarget.Screen _ -> "screen";
                            case ResultTarget.ToFile file -> (file.append() ? "append " : "file ") + file.name();
                            case ResultTarget.ToProgram program -> "program " + program.command();
                        })
                .isEqualTo(target);
    }
}
