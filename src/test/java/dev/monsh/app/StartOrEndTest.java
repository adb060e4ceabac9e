package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.cli.CommandTree;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.failure.ExitCode;
import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.FakeSession;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartOrEndTest {

    private final Session session = FakeSession.on(CapturedConsole.piped());

    private final CommandTree tree = new CommandTree(List.of(
            command("up"),
            command("down"),
            command("restart"),
            command("status"),
            MonshCommand.named("watch")
                    .required("D", ValueKind.DURATION)
                    .oneOrMore("COMMAND", ValueKind.COMMAND_LINE)
                    .runs(session, call -> ExitCode.DONE)));

    private MonshCommand command(String name) {
        return MonshCommand.named(name).anyNumber("SERVICE", ValueKind.SERVICE).runs(session, call -> ExitCode.DONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    down|down stops the stack; continue?
                    up loki|up starts loki; continue?
                    restart loki promtail|restart stops and starts loki, promtail; continue?
                    watch 5s down|down stops the stack; continue?
                    watch 5s "down"|down stops the stack; continue?
                    """)
    void whatStartsOrEndsSomethingIsAsked(String line, String question) {
        assertThat(StartOrEnd.question(line, tree)).contains(question);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"down --yes", "down -y", "up --dry-run", "down --help", "status", "watch 5s status", "?", ""})
    void everythingElseRunsAtOnce(String line) {
        assertThat(StartOrEnd.question(line, tree)).isEmpty();
    }

    @Test
    void theBoxOfTheLineDoesNotHideTheCommand() {
        assertThat(StartOrEnd.question("--box x down", tree)).isPresent();
    }
}
