package dev.monsh.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.FailingStream;
import dev.monsh.testing.Profiles;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    @Test
    void messagesAreLinesOnStderr() {
        CapturedConsole captured = CapturedConsole.piped();
        captured.console().note("note");
        captured.console().warn("careful");
        captured.console().error("monsh: a: b", Optional.of("monsh help"));
        captured.console().error("monsh: c: d", Optional.empty());
        assertThat(captured.err()).isEqualTo("""
                        note
                        monsh: warning: careful
                        monsh: a: b
                          try: monsh help
                        monsh: c: d
                        """);
        assertThat(captured.out()).isEmpty();
    }

    @Test
    void onATerminalMessagesBreakBetweenWordsAndWhatIsToBeCopiedNowhere() {
        CapturedConsole captured = CapturedConsole.terminal(40);
        captured.console()
                .error(
                        "monsh: /var/lib/monsh/history: No space left on device",
                        Optional.of("monsh query --at 2026-11-22T10:30:00Z up --no-color"));
        captured.console()
                .error(
                        "monsh: query: unexpected end\nsum(rate(a[5m])) by (instance, job, group\n   ^",
                        Optional.empty());
        assertThat(captured.err()).isEqualTo("""
                        monsh: /var/lib/monsh/history: No space
                        left on device
                          try: monsh query --at 2026-11-22T10:30:00Z up --no-color
                        monsh: query: unexpected end
                        sum(rate(a[5m])) by (instance, job, group
                           ^
                        """);
    }

    @Test
    void quietLeavesOutNotesAlone() {
        CapturedConsole captured = CapturedConsole.piped();
        Console quiet = captured.console().with(true, false);
        quiet.note("note");
        quiet.warn("careful");
        assertThat(captured.err()).isEqualTo("monsh: warning: careful\n");
        assertThat(quiet.with(false, false).quiet()).isTrue();
    }

    @Test
    void foreignTextOnStderrIsCleanedWhereverItGoes() {
        CapturedConsole captured = CapturedConsole.piped();
        captured.console().error("monsh: \u001b[2J\nsecond", Optional.of("x\u0007"));
        assertThat(captured.err()).isEqualTo("monsh: \\e[2J\nsecond\n  try: x\\x07\n");
    }

    @Test
    void foreignTextForStdoutIsCleanedOnATerminalOnly() {
        assertThat(CapturedConsole.terminal(80).console().clean("a\u001bb")).isEqualTo("a\\eb");
        assertThat(CapturedConsole.piped().console().clean("a\u001bb")).isEqualTo("a\u001bb");
    }

    @Test
    void resultsComeBeforeTheMessageThatFollowsThem() {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        Console console = new Console(new Output(both), new Output(both), Profiles.pipe(), false);
        console.out().write("result\n");
        console.warn("late");
        assertThat(both.toString(StandardCharsets.UTF_8)).isEqualTo("result\nmonsh: warning: late\n");
    }

    @Test
    void aStderrThatIsGoneEndsNothing() {
        for (String reason : new String[] {"Broken pipe", "No space left on device"}) {
            Console console = new Console(
                    new Output(OutputStream.nullOutputStream()),
                    new Output(new FailingStream(reason)),
                    Profiles.pipe(),
                    false);
            console.warn("nobody reads this");
            console.progress("nor this");
        }
    }

    @Test
    void aStdoutThatIsGoneIsNoticedBeforeAMessage() {
        CapturedConsole captured = CapturedConsole.piped();
        Console console = new Console(
                new Output(FailingStream.closedPipe()), captured.console().out(), Profiles.pipe(), false);
        console.out().write("x");
        assertThatThrownBy(() -> console.warn("y")).isInstanceOf(ClosedPipeException.class);
    }

    @Test
    void withoutColourAndInAnotherSizeTheRestStays() {
        Console console = CapturedConsole.with(Profiles.colorful(80)).console();
        assertThat(console.with(false, true).theme().color()).isFalse();
        assertThat(console.resized(30, 5).profile())
                .isEqualTo(Profiles.colorful(30).resized(30, 5));
    }
}
