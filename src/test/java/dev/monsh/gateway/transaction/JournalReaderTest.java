package dev.monsh.gateway.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.edit.Bytes;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.MonshException;
import dev.monsh.gateway.host.Report;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the scripts report, and what it means to whoever asked for a change. */
class JournalReaderTest {

    private static String fact(String name, String value) {
        return name + " " + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    private static Report report(String... lines) {
        return Report.of(Bytes.of(String.join("", lines)));
    }

    @Test
    void entriesAreReadOneByOneAndTheResultOfTheScriptIsNotTakenForTheirs() {
        List<JournalEntry> entries = JournalReader.entries(report(
                fact("entry", "1"),
                fact("path", "/etc/nginx/x"),
                fact("time", "2026-11-22T10:30:00Z"),
                fact("summary", "map add aibox-2"),
                fact("detail", ""),
                fact("result", "applied"),
                fact("reported", "yes"),
                fact("entry", "2"),
                fact("time", "damaged"),
                fact("step", "testing"),
                fact("step", "moving"),
                "end\n",
                fact("result", "history")));

        assertThat(entries).hasSize(2);
        assertThat(entries.getFirst().time()).contains(Instant.parse("2026-11-22T10:30:00Z"));
        assertThat(entries.getFirst().applied()).isTrue();
        assertThat(entries.getFirst().reported()).isTrue();
        assertThat(entries.getLast().outcome()).isEmpty();
        assertThat(entries.getLast().lastStep()).isEqualTo("moving");
        assertThat(entries.getLast().time()).isEmpty();
        assertThat(entries.getLast().reported()).isFalse();
    }

    @Test
    void whatWasChangedTogetherWithTheFileStandsInItsEntry() {
        List<JournalEntry> entries = JournalReader.entries(report(
                fact("entry", "1"),
                fact("companion", "/etc/nginx/monsh.htpasswd"),
                fact("companion-old", ""),
                fact("companion-new", "ab"),
                fact("entry", "2"),
                "end\n"));
        assertThat(entries.getFirst().companion())
                .contains(new JournalEntry.Companion("/etc/nginx/monsh.htpasswd", "", "ab"));
        assertThat(entries.getLast().companion()).isEmpty();
    }

    @Test
    void aLineThatIsNoFactIsPassedOver() {
        Report report = report("Welcome to the gateway!\n", "result !!!\n", fact("result", "read"), "detail YW\n");
        assertThat(report.text("result")).isEqualTo("read");
        assertThat(report.text("absent")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "locked, CONFLICT, nothing was changed",
        "stale, CONFLICT, nothing was changed",
        "taken, CONFLICT, nothing was changed",
        "transfer, UNREACHABLE, nothing was changed",
        "broken, REJECTED, nothing was changed",
        "stopped, REJECTED, nothing was changed",
        "invalid, REJECTED, nothing was changed",
        "warned, REJECTED, nothing was changed",
        "rolled-back, REJECTED, runs with the old one again",
        "unconfirmed, REJECTED, did not take the new file",
        "stranded, REJECTED, did not take the new file",
        "unchanged, REJECTED, nothing was changed",
        "superseded, CONFLICT, the detail",
    })
    void eachOutcomeHasItsExitCodeAndSaysWhatStateItLeft(String word, ExitCode code, String state) {
        ApplyOutcome outcome = JournalReader.outcome(word, "1", "the detail").orElseThrow();
        assertThatThrownBy(() -> new ApplyFailures("/etc/nginx/x", "ann@gateway").require(outcome))
                .isInstanceOfSatisfying(
                        MonshException.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(code))
                .hasMessageStartingWith("change /etc/nginx/x on ann@gateway: ")
                .hasMessageContaining(state);
    }

    @Test
    void aChangeThatWasAppliedIsGivenBack() {
        ApplyOutcome outcome = JournalReader.outcome("applied", "7", "").orElseThrow();
        assertThat(new ApplyFailures("x", "y").require(outcome).id()).isEqualTo("7");
        assertThat(JournalReader.outcome("whatever", "7", "")).isEmpty();
    }
}
