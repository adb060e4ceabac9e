package dev.monsh.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.cli.completion.Languages;
import dev.monsh.logs.ql.LogQl;
import dev.monsh.metrics.ql.PromQl;
import dev.monsh.testing.SampleCommands;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedLinesTest {

    private final TypedLines lines = new TypedLines(SampleCommands.tree(), new Languages(PromQl::new, LogQl::new));

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '§',
            value = {
                "box show                   ~ §§",
                "query up                   ~ §§",
                "query sum(up               ~ a closing bracket or quote",
                "query up{job=\"a           ~ a closing bracket or quote",
                "query up{job=\"a\"}        ~ §§",
                "query 'sum(up              ~ a closing quote",
                "query 'sum('               ~ §§",
                "query up + \\              ~ the next line",
                "query up + \\\\            ~ §§",
                "query sum(⏎                ~ §§",
                "query sum(⏎up              ~ a closing bracket or quote",
                "logs {a=\"b\"              ~ a closing bracket or quote",
                "logs {a=\"b\"} |= \"x      ~ a closing bracket or quote",
                "box use \"a                ~ a closing quote",
                "query up # sum(            ~ §§"
            })
    void whatALineNeeds(String text, String missing) {
        assertThat(lines.missing(text.replace('⏎', '\n')).orElse("")).isEqualTo(missing);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '§',
            value = {
                "box show                         ~ box show",
                "box show⏎box use a               ~ box show|box use a",
                "box show⏎⏎# note⏎box use a⏎      ~ box show|box use a",
                "query sum(⏎  up⏎)⏎box show       ~ query sum(⏎  up⏎)|box show",
                "query up⏎/ down⏎box show         ~ query up⏎/ down|box show",
                "query up⏎query down              ~ query up|query down",
                "box use \\⏎odk04                 ~ box use odk04",
                "query up + \\⏎up                 ~ query up + up",
                "box use 'a⏎b'                    ~ box use 'a⏎b'"
            })
    void aTextIsOneCommandOrSeveral(String text, String commands) {
        assertThat(lines.commands(text.replace('⏎', '\n')))
                .containsExactly(commands.replace('⏎', '\n').split("\\|"));
    }
}
