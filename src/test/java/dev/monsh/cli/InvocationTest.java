package dev.monsh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.UsageException;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.FakeSession;
import dev.monsh.testing.Profiles;
import dev.monsh.testing.SampleCommands;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvocationTest {

    @Test
    void itsGlobalOptionsGoOverThoseOfTheSession() {
        GlobalOptions defaults = GlobalOptions.NONE.withBox("a");
        CapturedConsole captured = CapturedConsole.piped();
        Invocation call =
                call(new FakeSession(captured.console(), defaults), "box show -y --timeout 5s --config c.yml");
        assertThat(call.globals())
                .isEqualTo(new GlobalOptions(
                        Optional.of("a"),
                        Optional.empty(),
                        Optional.of(Path.of("c.yml")),
                        Optional.of(Duration.ofSeconds(5)),
                        false,
                        false,
                        false,
                        true,
                        false));
        assertThat(call("box show --box b").globals().box()).contains("b");
    }

    @Test
    void quietAndNoColorChangeItsConsole() {
        CapturedConsole captured = CapturedConsole.with(Profiles.colorful(80));
        Invocation call = call(FakeSession.on(captured), "box show -q --no-color");
        assertThat(call.console().quiet()).isTrue();
        assertThat(call.console().profile().color()).isFalse();
    }

    @Test
    void theLastOfSeveralEqualOptionsCounts() {
        Invocation call = call("process test --comm a --comm b --config x --config y");
        assertThat(call.globals().box()).isEmpty();
        assertThat(call.get(SampleCommands.COMM)).containsExactly("a", "b");
        assertThat(call.get(SampleCommands.CONFIG)).contains(Path.of("y"));
        assertThat(call.get(SampleCommands.LIMIT)).isEmpty();
        assertThat(call.has(SampleCommands.LIMIT)).isFalse();
    }

    @Test
    void argumentsAreReadByTheirPlace() {
        Invocation call = call("process test a '' c");
        assertThat(call.argument(0)).isEqualTo("a");
        assertThat(call.argumentsFrom(1)).containsExactly("", "c");
        assertThat(call.optionalArgument(2)).contains("c");
        assertThat(call.optionalArgument(3)).isEmpty();
    }

    @Test
    void timesDurationsAndNumbersAreReadWithTheNameOfTheirOption() {
        Instant now = Instant.parse("2026-11-22T10:30:00Z");
        assertThat(call("query --at now-5m up").get(SampleCommands.AT).map(at -> at.at(now)))
                .contains(now.minusSeconds(300));
        assertThat(call("query --step 5m up").get(SampleCommands.STEP)).contains(Duration.ofMinutes(5));
        assertThat(call("logs --limit 7 {}").get(SampleCommands.LIMIT)).contains(7);
        assertThat(call("query up").get(SampleCommands.AT)).isEmpty();
        assertThatThrownBy(() -> call("query --at x up")).hasMessageStartingWith("--at x: isn't a time");
        assertThatThrownBy(() -> call("query --step x up").get(SampleCommands.STEP))
                .hasMessageStartingWith("--step x: isn't a duration");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "x", "1.5", "''", "99999999999"})
    void aNumberThatIsNoneOrTooSmallIsAUsageError(String text) {
        assertThatThrownBy(() -> call("logs --limit '" + text + "' {}").get(SampleCommands.LIMIT))
                .isInstanceOf(UsageException.class)
                .hasMessage("--limit " + text + ": is not a whole number of at least 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "query                        ~ query: needs EXPR",
                "box use                      ~ box use: needs NAME",
                "box use a b                  ~ box use: unexpected argument b",
                "query 'a' b c                ~ query: unexpected argument b c (quote the expression as one word)",
                "box show --timeout 0         ~ --timeout 0: must be longer than 0",
                "box show --timeout x         ~ --timeout x: isn't a duration; use 90s, 5m, 1h30m, 2d or 1w",
                "box show -o xml              ~ --output xml: no such output form; there are table|tsv|csv|json|jsonl|raw|graph|yaml"
            },
            quoteCharacter = '§')
    void aCallThatLacksOrHasTooMuchIsAUsageError(String line, String message) {
        assertThatThrownBy(() -> call(line)).isInstanceOf(UsageException.class).hasMessage(message);
    }

    @Test
    void theFormIsTheFirstOnATerminalAndTsvElsewhere() {
        assertThat(call(FakeSession.on(CapturedConsole.terminal(80)), "query up")
                        .format())
                .isEqualTo(OutputFormat.TABLE);
        assertThat(call("query up").format()).isEqualTo(OutputFormat.TSV);
        assertThat(call("query -o json up").format()).isEqualTo(OutputFormat.JSON);
    }

    @Test
    void aFormThatTheCommandHasNotIsAUsageErrorThatListsThem() {
        assertThatThrownBy(() -> call("query -o yaml up").format())
                .isInstanceOf(UsageException.class)
                .hasMessage("query: has no output form yaml; it has table|tsv|json");
        assertThatThrownBy(() -> call("query -o xml up"))
                .isInstanceOf(UsageException.class)
                .hasMessage("query: no output form xml; it has table|tsv|json");
    }

    private static Invocation call(String line) {
        return call(FakeSession.on(CapturedConsole.piped()), line);
    }

    private static Invocation call(Session session, String line) {
        AtomicReference<Invocation> seen = new AtomicReference<>();
        CommandTree tree = SampleCommands.tree(session, seen::set);
        ParsedCall input = new CallParser(tree).parse(line);
        MonshCommand command = tree.find(input.path()).orElseThrow();
        try {
            tree.run(command, input, new PrintWriter(Writer.nullWriter()));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return seen.get();
    }

    @Test
    void theCommandsOptionIsNotTakenForTheGlobalOne() {
        Invocation call = call("--config a process test --config b");
        assertThat(call.globals().config()).contains(Path.of("a"));
        assertThat(call.get(SampleCommands.CONFIG)).contains(Path.of("b"));
    }
}
