package dev.monsh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.FakeSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShortcutsTest {

    private final Session session = FakeSession.on(CapturedConsole.piped());

    private final CommandTree tree = new CommandTree(List.of(
            MonshCommand.named("query").required("EXPR", ValueKind.EXPRESSION).runs(session, call -> ExitCode.DONE),
            MonshCommand.named("watch")
                    .required("D", ValueKind.DURATION)
                    .oneOrMore("COMMAND", ValueKind.COMMAND_LINE)
                    .runs(session, call -> ExitCode.DONE)));

    private final Shortcuts shortcuts = new Shortcuts(
            tree,
            () -> Map.of(
                    "cpu", "query rate(cpu{group=~\"${g}\"}[${d:-5m}])",
                    "busy", "cpu d=1m",
                    "query", "never",
                    "loop", "loop"));

    @Test
    void aNameIsReplacedByItsLineAndWhatFollowsIsAdded() {
        assertThat(shortcuts.expand("cpu g=prom -o json")).isEqualTo("query rate(cpu{group=~\"prom\"}[5m]) -o json");
        assertThat(shortcuts.expand("cpu g='a b' d=1h")).isEqualTo("query rate(cpu{group=~\"a b\"}[1h])");
    }

    @Test
    void anAliasMayStandForASavedLine() {
        assertThat(shortcuts.expand("busy g=x")).isEqualTo("query rate(cpu{group=~\"x\"}[1m])");
        assertThat(shortcuts.expand("loop")).isEqualTo("loop");
    }

    @Test
    void commandsAndUnknownWordsStayAsTheyAre() {
        assertThat(shortcuts.expand("query up")).isEqualTo("query up");
        assertThat(shortcuts.expand("nothing g=1")).isEqualTo("nothing g=1");
        assertThat(shortcuts.expand(List.of("query", "up"))).isEmpty();
    }

    @Test
    void aMissingVariableIsNamed() {
        assertThatThrownBy(() -> shortcuts.expand("cpu"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("requires a value for g");
    }

    @Test
    void aValueWithoutAVariableIsNamed() {
        assertThatThrownBy(() -> shortcuts.expand("cpu g=1 x=1"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("the line has no variable x, only g, d");
        assertThat(shortcuts.expand("cpu g=1 and x==1 --label a=b"))
                .isEqualTo("query rate(cpu{group=~\"1\"}[5m]) and x==1 --label a=b");
    }

    @Test
    void wordsOfArgvAreQuoted() {
        assertThat(shortcuts.expand(List.of("cpu", "g=a b", "-o", "json")))
                .contains("query rate(cpu{group=~\"a b\"}[5m]) -o json");
    }

    @Test
    void aCommandLineIsNotReadByTheCommandBeforeIt() {
        CallParser parser = new CallParser(tree);
        assertThat(parser.parse("watch 5s query up{a=\"b\"} -o json").arguments())
                .containsExactly("5s", "query up{a=\"b\"} -o json");
        assertThat(parser.parse(List.of("watch", "-q", "5s", "query", "up", "-o", "json"))
                        .arguments())
                .containsExactly("5s", "query", "up", "-o", "json");
    }
}
