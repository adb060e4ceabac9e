package dev.monsh.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.cli.GlobalOptions;
import dev.monsh.logs.ql.LogQl;
import dev.monsh.metrics.ql.PromQl;
import dev.monsh.testing.FakeValues;
import dev.monsh.testing.SampleCommands;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordTest {

    private final Completer completer = new Completer(
            SampleCommands.tree(),
            new FakeValues(),
            new Languages(PromQl::new, LogQl::new),
            InstantSource.fixed(Instant.EPOCH));

    /** What is added to a line of a shell. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '§',
            value = {
                "que                         ~ ry",
                "query --ou                  ~ tput",
                "query --output=j            ~ son",
                "query -o j                  ~ son",
                "query up -o j               ~ son",
                "query 'up' -o j             ~ son",
                "query u                     ~ p",
                "query up{jo                 ~ b=\\\"",
                "query up\\{jo               ~ b=\\\"",
                "query 'up{jo                ~ b=\"",
                "query \"up{jo               ~ b=\\\"",
                "query 'up{job=              ~ \"job-value\"",
                "query up{job=               ~ \\\"job-value\\\"",
                "query \"up{job=             ~ \\\"job-value\\\"",
                "query \"up{job=\\\"jo       ~ b-value\\\"",
                "query 'up{job=\"jo          ~ b-value\"",
                "query 'sum by (gr           ~ oupname",
                "box use o                   ~ dk04",
                "run my                      ~ \\ file",
                "run 'my                     ~ § file§",
                "logs '{ser                  ~ vice=\"",
                "logs la                     ~ bels"
            })
    void aLineOfAShellGoesOnInItsOwnQuotes(String line, String added) {
        ShellWord word = ShellWord.atEndOf(line);
        Completion completion =
                completer.complete(word.consoleLine(), word.consoleLine().length(), GlobalOptions.NONE);
        assertThat(completion.prefixed().stream()
                        .map(candidate -> word.with(completion, candidate))
                        .filter(whole -> whole.startsWith(word.text()))
                        .map(whole -> word.written(whole.substring(word.text().length())))
                        .limit(1)
                        .collect(Collectors.joining("|")))
                .isEqualTo(added.replace("§§", ""));
    }
}
