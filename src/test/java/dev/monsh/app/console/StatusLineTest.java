package dev.monsh.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.ExitCode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusLineTest {

    @ParameterizedTest
    @CsvSource({
        "80, odk04 · names 3 min old · exit code 4 in 0.25 s",
        "47, odk04 · names 3 min old · exit code 4 in 0.25 s",
        "46, odk04 · exit code 4 in 0.25 s",
        "29, odk04 · exit code 4 in 0.25 s",
        "28, odk04 · exit code 4",
        "18, exit code 4",
        "4, exit"
    })
    void losesWholePartsWhereTheWindowIsNarrow(int width, String line) {
        StatusLine status = new StatusLine(() -> "odk04", () -> Optional.of("3 min"), " · ");
        status.ended(new CommandRun.Outcome(ExitCode.REFUSED, Duration.ofMillis(250)));
        assertThat(status.line(Optional.empty(), width)).isEqualTo(line);
    }

    @Test
    void aProgramThatFailedIsNamed() {
        StatusLine status = new StatusLine(() -> "odk04", Optional::empty, " · ");
        Optional<String> program = Optional.of("grep: exit code 1");
        status.ended(new CommandRun.Outcome(ExitCode.DONE, Duration.ofMillis(250), program));
        assertThat(status.line(Optional.empty(), 80)).isEqualTo("odk04 · grep: exit code 1 in 0.25 s");
        status.ended(new CommandRun.Outcome(ExitCode.REFUSED, Duration.ofMillis(250), program));
        assertThat(status.line(Optional.empty(), 80)).isEqualTo("odk04 · exit code 4 in 0.25 s");
    }

    @ParameterizedTest
    @CsvSource({"80, odk04 · asking for names", "20, odk04"})
    void aHintStandsInPlaceOfTheAge(int width, String line) {
        StatusLine status = new StatusLine(() -> "odk04", () -> Optional.of("3 min"), " · ");
        assertThat(status.line(Optional.of("asking for names"), width)).isEqualTo(line);
    }
}
