package dev.monsh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.ExitCode;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.UsageException;
import dev.monsh.testing.SampleCommands;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallParserTest {

    private final CallParser parser = new CallParser(SampleCommands.tree());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x{a=\"b c\"} - on(x) y",
                "a  b   c ",
                "it's \"quoted\" 'both' ways\\",
                "line one\nline two",
                "$HOME ${x} $(ls) `ls` ^a.*$",
                "größe 日本 🙂",
                "",
                " ",
                "#",
                "- up",
                "-1",
                "-(up)",
                "-sum(up)",
                "-quantile(0.9, up)",
                "-offset_total{a=\"b\"}",
                "-1o",
                "a=b",
                "~"
            })
    void aWordOfArgvReachesTheCommandUnchanged(String expression) {
        ParsedCall input = parser.parse(List.of("query", expression));
        assertThat(input.path()).containsExactly("query");
        assertThat(arguments(input)).containsExactly(expression);
        assertThat(options(input)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--at", "-o", "--", "-f", "labels", "up", "box use"})
    void behindTwoDashesEveryWordOfArgvIsAnArgument(String word) {
        assertThat(arguments(parser.parse(List.of("query", "--", word)))).containsExactly(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '§',
            value = {
                "query up{a=\"b c\"} - on(x) y          ~ up{a=\"b c\"} - on(x) y",
                "query   sum by (a) (x)  #  rest       ~ sum by (a) (x)  #  rest",
                "query -o json up -o tsv               ~ up",
                "query -o json -- up -o tsv            ~ up -o tsv",
                "query --at now -- -o 'x' \\           ~ -o 'x' \\",
                "query -- labels  'a                   ~ labels  'a",
                "query 'up{a=\"b c\"}' -o json         ~ up{a=\"b c\"}",
                "query \"a \\\"b\\\" c\"               ~ a \"b\" c",
                "query -- 'a b'                        ~ a b",
                "query x{a='it\\'s'} + y               ~ x{a='it\\'s'} + y",
                "query x{a=`it's`}                     ~ x{a=`it's`}",
                "query -1                              ~ -1",
                "query -sum(x) - 1                     ~ -sum(x) - 1",
                "query -(a  -  b)                      ~ -(a  -  b)",
                "query -x{a='it\\'s'}                  ~ -x{a='it\\'s'}",
                "logs -f {app=\"x\"} |= `a  b` != \"c\" ~ {app=\"x\"} |= `a  b` != \"c\"",
                "logs -n5 -f {a=\"b\"}                 ~ {a=\"b\"}",
                "logs -fn5 {a=\"b\"}                   ~ {a=\"b\"}",
                "logs labels_total                     ~ labels_total",
                "query $x ${y}                         ~ $x ${y}"
            })
    void anExpressionTakesTheRestOfALineVerbatim(String line, String expression) {
        assertThat(arguments(parser.parse(line))).containsExactly(expression);
    }

    @Test
    void aCommandBelowACommandThatTakesAnExpressionIsFoundFirst() {
        ParsedCall input = parser.parse("logs labels service");
        assertThat(input.path()).containsExactly("logs", "labels");
        assertThat(arguments(input)).containsExactly("service");
    }

    @Test
    void wordsOfOtherCommandsAreSplitAndUnquoted() {
        assertThat(arguments(parser.parse("process test a 'b c' d\\ e # f"))).containsExactly("a", "b c", "d e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query --step=5m 'up'",
                "query --step 5m 'up'",
                "query 'up' --step 5m",
                "query 'up' --step=5m",
                "query --step '5m' 'up'"
            })
    void anOptionOfTheCommandStandsAnywhereBehindIt(String line) {
        assertThat(options(parser.parse(line))).containsExactly("step=5m");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-o json box show",
                "-ojson box show",
                "--output=json box show",
                "--output json box show",
                "box -o json show",
                "box show -o json",
                "box show -ojson",
                "box show name --output=json"
            })
    void aGlobalOptionStandsBeforeBetweenAndBehindTheWordsOfACommand(String line) {
        ParsedCall input = parser.parse(line);
        assertThat(input.path()).containsExactly("box", "show");
        assertThat(options(input)).containsExactly("global:output=json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "-qvy box show    ~ global:quiet=true global:verbose=true global:yes=true",
                "-qojson box show ~ global:quiet=true global:output=json",
                "-qo json box show ~ global:quiet=true global:output=json",
                "-o= box show     ~ global:output==",
                "--box= box show  ~ global:box=",
                "--box=a=b box show ~ global:box=a=b",
                "--box -x box show ~ global:box=-x"
            })
    void lettersCanBePutTogetherAndAValueIsTakenAsItStands(String line, String expected) {
        assertThat(String.join(" ", options(parser.parse(line)))).isEqualTo(expected);
    }

    @Test
    void beforeTheCommandAnOptionIsTheGlobalOneAndBehindItTheCommandsOwn() {
        assertThat(options(parser.parse("--config a process test --config b --config=c")))
                .containsExactly("global:config=a", "config=b", "config=c");
        assertThat(options(parser.parse("box show --config b"))).containsExactly("global:config=b");
    }

    @Test
    void aLetterOfTheCommandIsKnownBehindItOnly() {
        assertThat(options(parser.parse(List.of("logs", "-f", "{}")))).containsExactly("follow=true");
        assertThatThrownBy(() -> parser.parse(List.of("-f", "logs", "{}"))).hasMessage("-f: no such option");
    }

    @Test
    void aWordThatIsOneDashIsAnArgument() {
        assertThat(arguments(parser.parse("process test - --comm - -"))).containsExactly("-", "-");
    }

    @Test
    void onlyOptionsMakeACallWithoutACommand() {
        ParsedCall input = parser.parse(List.of("--box", "odk04", "-q"));
        assertThat(input.path()).isEmpty();
        assertThat(options(input)).containsExactly("global:box=odk04", "global:quiet=true");
    }

    @Test
    void anAliasIsACommandToo() {
        assertThat(parser.parse("start").path()).containsExactly("start");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "qurey up               ~ qurey                ~ no such command; did you mean query?    ~ monsh help",
                "zzzzzz                 ~ zzzzzz               ~ no such command                         ~ monsh help",
                "box usr                ~ box usr              ~ no such command; did you mean box use?  ~ monsh help",
                "''                     ~ ''                   ~ no such command                         ~ monsh help",
                "'box use' x            ~ box use              ~ no such command                         ~ monsh help",
                "secre                  ~ secre                ~ no such command                         ~ monsh help",
                "--bxo x box show       ~ --bxo                ~ no such option; did you mean --box?     ~ monsh help",
                "box show --ouput json  ~ box show --ouput     ~ no such option; did you mean --output?  ~ monsh help box show",
                "query --setp 5m up     ~ query --setp         ~ no such option; did you mean --step?    ~ monsh help query",
                "box show -x            ~ box show -x          ~ no such option                          ~ monsh help box show",
                "box show -qx           ~ box show -x          ~ no such option                          ~ monsh help box show",
                "box show '- '          ~ box show -           ~ no such option                          ~ monsh help box show",
                "query -up              ~ query -u             ~ no such option                          ~ monsh help query",
                "box show --quiet=yes   ~ --quiet              ~ takes no value                          ~ monsh help box show",
                "query 'up' --step      ~ --step               ~ needs a value: D                        ~ monsh help query",
                "box show -o            ~ -o                   ~ needs a value: FORMAT                   ~ monsh help box show",
                "up --engine docker     ~ --engine docker      ~ is none of compose, native, auto        ~ monsh help up"
            },
            quoteCharacter = '§')
    void aWrongCallIsAUsageErrorThatSaysWhereTheHelpIs(String line, String what, String why, String next) {
        List<String> argv = LineLexer.words(line).stream().map(Lexeme::text).toList();
        assertThatThrownBy(() -> parser.parse(argv)).isInstanceOfSatisfying(UsageException.class, e -> {
            assertThat(e.what().strip()).isEqualTo(what);
            assertThat(e.why()).isEqualTo(why);
            assertThat(e.next()).isEqualTo(new NextStep.Text(next));
            assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE);
        });
    }

    @Test
    void anOpenQuoteIsToldWithItsColumn() {
        assertThatThrownBy(() -> parser.parse("box show 'odk04"))
                .isInstanceOf(UsageException.class)
                .hasMessage("column 10: the ' opened here is not closed");
    }

    private static List<String> arguments(ParsedCall input) {
        return input.arguments();
    }

    private static List<String> options(ParsedCall input) {
        return input.options().stream()
                .map(given -> (GlobalOptions.ALL.contains(given.option()) ? "global:" : "")
                        + given.option().longName() + "=" + given.value())
                .toList();
    }
}
