package dev.monsh.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.app.sources.Sources;
import dev.monsh.app.sources.Surroundings;
import dev.monsh.cli.CallParser;
import dev.monsh.cli.CommandTree;
import dev.monsh.cli.Example;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.HelpPages;
import dev.monsh.cli.Lexeme;
import dev.monsh.cli.LineLexer;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.ParsedCall;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import dev.monsh.testing.CapturedConsole;
import dev.monsh.testing.Profiles;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The help, the manual and the definitions that they are made from. */
class CatalogTest {

    /** How a summary may begin: with what the command does for the user, as an order. */
    private static final Set<String> VERBS = Set.of(
            "Add",
            "Change",
            "Check",
            "Clear",
            "Close",
            "Compare",
            "Connect",
            "Count",
            "Create",
            "Export",
            "Find",
            "Install",
            "Launch",
            "Leave",
            "List",
            "Make",
            "Map",
            "Move",
            "Open",
            "Point",
            "Print",
            "Propose",
            "Pull",
            "Push",
            "Recreate",
            "Reload",
            "Remove",
            "Restore",
            "Run",
            "Save",
            "Set",
            "Ship",
            "Show",
            "Start",
            "Stop",
            "Take",
            "Terminate",
            "Test",
            "Turn",
            "Update",
            "Write");

    private static final CommandTree TREE = tree();
    private static final CallParser PARSER = new CallParser(TREE);

    static CommandTree tree() {
        CapturedConsole captured = CapturedConsole.piped();
        Surroundings surroundings = FakeSurroundings.in(Path.of("/"), Map.of()).surroundings("", captured.console());
        return new CommandCatalog(
                        surroundings,
                        new CurrentSession(captured.console(), java.io.InputStream.nullInputStream()),
                        new Sources(surroundings),
                        (file, keepGoing, options) -> ExitCode.DONE,
                        (words, console) -> ExitCode.DONE,
                        handle -> ExitCode.DONE)
                .tree();
    }

    static Stream<MonshCommand> commands() {
        return TREE.visible().stream();
    }

    static Stream<String> examples() {
        return commands()
                .flatMap(command ->
                        command.examples().stream().map(example -> command.getName() + " <- " + example.call()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasASummaryAndAnExample(MonshCommand command) {
        assertThat(command.getDescription()).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
        assertThat(VERBS).contains(command.getDescription().split(" ", 2)[0]);
        assertThat(command.examples()).isNotEmpty();
        assertThat(command.examples())
                .extracting(Example::says)
                .allSatisfy(says -> assertThat(says).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsInTheOverview(MonshCommand command) {
        String overview = help(List.of(), 200);
        assertThat(overview).contains("\n" + command.getGroup() + "\n").contains("  " + command.getName());
        assertThat(overview.lines().filter(line -> line.contains(command.getDescription())))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsACallOfItsCommandOnALineOfAShell(String example) {
        String name = example.substring(0, example.indexOf(" <- "));
        String call = example.substring(example.indexOf(" <- ") + 4);
        assertThat(call).startsWith("monsh ");
        List<String> argv =
                LineLexer.words(call).stream().map(Lexeme::text).skip(1).toList();
        check(name, PARSER.parse(argv));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsACallOfItsCommandInTheConsole(String example) {
        String name = example.substring(0, example.indexOf(" <- "));
        check(name, PARSER.parse(example.substring(example.indexOf(" <- ") + 4 + "monsh ".length())));
    }

    private static void check(String name, ParsedCall input) {
        assertThat(String.join(" ", input.path())).isEqualTo(name);
        MonshCommand command = TREE.find(input.path()).orElseThrow();
        long required = command.arguments().stream()
                .filter(argument -> argument.required())
                .count();
        assertThat(input.arguments().size()).isGreaterThanOrEqualTo((int) required);
        boolean open =
                !command.arguments().isEmpty() && command.arguments().getLast().many();
        assertThat(open || input.arguments().size() <= command.arguments().size())
                .isTrue();
    }

    @Test
    void aWrongExampleWouldFail() {
        assertThatThrownBy(() -> PARSER.parse("query --nope up")).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> check("metrics", PARSER.parse("metrics labels")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> check("query", PARSER.parse("query"))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> check("query", PARSER.parse(List.of("query", "a", "b"))))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noTwoOptionsOfACommandShareANameOrALetter(MonshCommand command) {
        Set<String> names = new HashSet<>();
        Set<Character> letters = new HashSet<>();
        GlobalOptions.ALL.stream().map(Option::shortName).filter(c -> c != ' ').forEach(letters::add);
        for (Option<?> option : command.options()) {
            assertThat(names.add(option.longName())).as(option.longName()).isTrue();
            assertThat(option.shortName() == ' ' || letters.add(option.shortName()))
                    .as("-%s", option.shortName())
                    .isTrue();
            assertThat(option.description()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itsPageTellsUsageOptionsFormsAndExamples(MonshCommand command) {
        String page = help(List.of(command.getName().split(" ")), 100);
        assertThat(page.replaceFirst("(?s)\n\n.*", "").replace('\n', ' '))
                .isEqualTo("monsh " + command.getName() + ": " + command.getDescription());
        command.options().forEach(option -> assertThat(page).contains("--" + option.longName()));
        command.formats().forEach(format -> assertThat(page).contains(format.word()));
        command.examples().forEach(example -> assertThat(page).contains("  " + example.call() + "\n"));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void noPageIsWiderThanTheTerminalButForExamplesAndTheFrame(int width) {
        for (MonshCommand command : TREE.visible()) {
            Set<String> calls = new HashSet<>();
            command.examples().forEach(example -> {
                calls.add("  " + example.call());
            });
            String page = help(List.of(command.getName().split(" ")), width);
            assertThat(page.lines()
                            .skip(1)
                            .filter(line -> !calls.contains(line))
                            .filter(line -> !line.startsWith("  monsh ") && !line.startsWith("Output forms")))
                    .as(command.getName())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
        }
    }

    @Test
    void aFamilyOfCommandsIsListed() {
        assertThat(help(List.of("box"), 80)).startsWith("monsh box …\n").contains("box add NAME", "box list");
        assertThat(help(List.of("metrics"), 80)).contains("Subcommands", "metrics labels [NAME]");
    }

    @Test
    void anUnknownTopicIsAUsageErrorWithTheNearest() {
        assertThatThrownBy(() -> help(List.of("qurey"), 80)).hasMessage("qurey: no such command; did you mean query?");
        assertThatThrownBy(() -> help(List.of("box", "lst"), 80))
                .hasMessage("box lst: no such command; did you mean box list?");
        assertThatThrownBy(() -> help(List.of(""), 80)).hasMessage("'': no such command");
    }

    @Test
    void theReferenceInMarkdownHoldsEveryCommandAndOption() {
        String reference = printed("help", "--markdown");
        for (MonshCommand command : TREE.visible()) {
            assertThat(reference).contains("\n## `monsh " + command.getName());
            command.options().forEach(option -> assertThat(reference).contains("--" + option.longName()));
            command.examples()
                    .forEach(example -> assertThat(reference).contains("\n```\n" + example.call() + "\n```\n"));
        }
        assertThat(reference.lines().filter(line -> line.startsWith("| ")))
                .allSatisfy(line -> assertThat(line.replace("\\|", "")
                                .chars()
                                .filter(c -> c == '|')
                                .count())
                        .isEqualTo(3));
    }

    @Test
    void theManPageHoldsEveryCommandAndNoStrayRequest() {
        String page = printed("help", "--man");
        assertThat(page).startsWith(".TH MONSH 1\n.SH NAME\n");
        for (MonshCommand command : TREE.visible()) {
            assertThat(page).contains("\n.SS " + command.getName().replace("-", "\\-"));
        }
        assertThat(page.lines().filter(line -> line.startsWith(".") || line.startsWith("'")))
                .allSatisfy(line -> assertThat(line).matches("\\.(TH|SH|SS|TP|PP|RS|RE|nf|fi|B)( .*)?"));
    }

    private static String printed(String... argv) {
        FakeSurroundings program = FakeSurroundings.in(Path.of("/"), Map.of());
        assertThat(program.run(argv)).isEqualTo(ExitCode.DONE);
        return program.out();
    }

    private static String help(List<String> path, int width) {
        CapturedConsole captured = CapturedConsole.with(Profiles.terminal(width));
        new HelpPages(TREE, captured.console()).print(path);
        return captured.out();
    }
}
