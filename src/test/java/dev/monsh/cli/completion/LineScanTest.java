package dev.monsh.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.cli.Option;
import dev.monsh.testing.SampleCommands;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineScanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '§',
            value = {
                "box use odk04              ~ COMMAND box|COMMAND use|ARGUMENT odk04",
                "bix use                    ~ UNKNOWN_COMMAND bix|UNKNOWN_COMMAND use",
                "box usr                    ~ COMMAND box|UNKNOWN_COMMAND usr",
                "query -o json sum (x) -1   ~ COMMAND query|OPTION -o|VALUE json|EXPRESSION sum (x) -1",
                "query -sum(x) + 1          ~ COMMAND query|EXPRESSION -sum(x) + 1",
                "query -1                   ~ COMMAND query|EXPRESSION -1",
                "query x{a='it\\'s'}        ~ COMMAND query|EXPRESSION x{a='it\\'s'}",
                "query 'a b' -o json        ~ COMMAND query|ARGUMENT a b|OPTION -o|VALUE json",
                "query -- -o json           ~ COMMAND query|OPTION --|EXPRESSION -o json",
                "query --step -- up         ~ COMMAND query|OPTION --step|VALUE --|EXPRESSION up",
                "query --nope up            ~ COMMAND query|UNKNOWN_OPTION --nope|EXPRESSION up",
                "query --step=5m up         ~ COMMAND query|OPTION --step=5m|EXPRESSION up",
                "logs labels x              ~ COMMAND logs|COMMAND labels|ARGUMENT x",
                "logs labels_total x        ~ COMMAND logs|EXPRESSION labels_total x",
                "logs -fn 5 {}              ~ COMMAND logs|OPTION -fn|VALUE 5|EXPRESSION {}",
                "logs -fn5 {}               ~ COMMAND logs|OPTION -fn5|EXPRESSION {}",
                "-qo json box show          ~ OPTION -qo|VALUE json|COMMAND box|COMMAND show",
                "box show -x                ~ COMMAND box|COMMAND show|UNKNOWN_OPTION -x",
                "process test - a           ~ COMMAND process|COMMAND test|ARGUMENT -|ARGUMENT a",
                "box show # comment         ~ COMMAND box|COMMAND show"
            })
    void everyWordOfALineHasItsRole(String line, String roles) {
        assertThat(LineScan.of(line, SampleCommands.tree()).parts().stream()
                        .map(part -> part.role() + " " + part.lexeme().text())
                        .collect(Collectors.joining("|")))
                .isEqualTo(roles);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '§',
            value = {
                "box use 'odk ~ 8",
                "§box use   \"a§ ~ 10",
                "box use a\\ ~ 8",
                "box use 'a' ~ -1",
                "query up{a='b ~ -1",
                "query 'up{ ~ 6"
            })
    void anOpenQuoteIsWhereItsWordStarts(String line, int offset) {
        assertThat(LineScan.of(line, SampleCommands.tree()).openQuote()).isEqualTo(offset);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "query --step ~ step",
                "query -o ~ output",
                "query --step= ~ none",
                "query -q ~ none",
                "query -qo ~ output",
                "query -ojson ~ none",
                "logs -f ~ none",
                "query --step 5m ~ none"
            })
    void anOptionWithoutItsValueWaitsForIt(String line, String option) {
        assertThat(LineScan.of(line, SampleCommands.tree())
                        .pendingOption()
                        .map(Option::longName)
                        .orElse("none"))
                .isEqualTo(option);
    }

    @Test
    void anOptionOfTheCommandHidesTheGlobalOneOfThatName() {
        LineScan scan = LineScan.of("process test ", SampleCommands.tree());
        assertThat(scan.options().filter(option -> option.longName().equals("config")))
                .singleElement()
                .satisfies(option -> assertThat(option.description()).isEqualTo("the exporter's configuration"));
    }
}
