package dev.monsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.terminal.OutputFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GlobalOptionsTest {

    private static final GlobalOptions ALL = new GlobalOptions(
            Optional.of("odk04"),
            Optional.of(OutputFormat.JSON),
            Optional.of(Path.of("/c.yml")),
            Optional.of(Duration.ofSeconds(5)),
            true,
            true,
            true,
            true,
            true);

    @Test
    void whatIsNotGivenComesFromTheDefaults() {
        assertThat(GlobalOptions.NONE.over(ALL)).isEqualTo(ALL);
    }

    @Test
    void whatIsGivenComesFirst() {
        GlobalOptions given = new GlobalOptions(
                Optional.of("aibox-2"),
                Optional.of(OutputFormat.CSV),
                Optional.of(Path.of("/d.yml")),
                Optional.of(Duration.ofSeconds(9)),
                false,
                false,
                false,
                false,
                false);
        assertThat(given.over(ALL))
                .isEqualTo(new GlobalOptions(
                        Optional.of("aibox-2"),
                        Optional.of(OutputFormat.CSV),
                        Optional.of(Path.of("/d.yml")),
                        Optional.of(Duration.ofSeconds(9)),
                        true,
                        true,
                        true,
                        true,
                        true));
        assertThat(ALL.over(GlobalOptions.NONE)).isEqualTo(ALL);
    }

    @Test
    void anotherBoxLeavesTheRest() {
        assertThat(ALL.withBox("x").box()).contains("x");
        assertThat(ALL.withBox("odk04")).isEqualTo(ALL);
    }

    @Test
    void noTwoOfThemShareANameOrALetter() {
        assertThat(GlobalOptions.ALL.stream().map(Option::longName)).doesNotHaveDuplicates();
        assertThat(GlobalOptions.ALL.stream().map(Option::shortName).filter(letter -> letter != ' '))
                .doesNotHaveDuplicates();
    }
}
