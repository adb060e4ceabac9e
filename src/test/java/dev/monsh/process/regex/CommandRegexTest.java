package dev.monsh.process.regex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.failure.Problem;
import dev.monsh.process.gotext.GoText;
import dev.monsh.process.gotext.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandRegexTest {

    private final List<Problem> problems = new ArrayList<>();

    private CommandRegex compiled(String regex) {
        return CommandRegex.compile(SourceText.of("test", regex), problems::add).orElseThrow();
    }

    @Test
    void capturesNameTheirPlaceInTheCommandLine() {
        assertThat(compiled("uvicorn\\s+(?P<base>\\w+?)_stream(?P<id>\\d+)(?: (?P<rest>x))?")
                        .captures("a uvicorn ppl_stream02:app"))
                .containsExactly(
                        new Capture("", 0, 2, 22, "uvicorn ppl_stream02"),
                        new Capture("base", 1, 10, 13, "ppl"),
                        new Capture("id", 2, 20, 22, "02"),
                        new Capture("rest", 3, -1, -1, ""));
    }

    @Test
    void ofTwoGroupsWithOneNameTheLaterCounts() {
        var matches = new java.util.HashMap<String, String>();
        assertThat(compiled("(?P<x>a)(?P<x>b)").match("ab", "ab", matches)).isTrue();
        assertThat(matches).containsEntry("x", "b");
    }

    @Test
    void aByteThatIsNotUtf8IsOneCharacterOfARegex() {
        String line = GoText.decode(new byte[] {'a', (byte) 0xff, 'b'});
        assertThat(compiled("a(?P<x>.)b").captures(line).get(1).value()).isEqualTo(line.substring(1, 2));
        assertThat(compiled("a\\x{FFFD}b").captures(line)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ab(?=c); 3; lookaround",
                "a(?<!b); 2; lookaround",
                "(a)\\1; 4; backreferences",
                "[(?=]a(?>b); 7; atomic",
                "a++; 3; possessive",
                "ab(c; 3; missing closing )",
                "a[z-b]; 3; invalid character class range",
                "a\\Z; 2; \\z",
                "a\\é; 2; escapes for letters beyond ASCII",
                "x(?:a{10}){101}; 11; more than 1000",
                "a**; 2; invalid nested repetition operator"
            })
    void whatGoRefusesIsNamedWithItsPlace(String regex, int column, String reason) {
        assertThat(CommandRegex.compile(new SourceText("f.yml", 3, 1, regex, true), problems::add))
                .isEmpty();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo("f.yml:3:" + column);
            assertThat(problem.message()).contains(reason);
        });
    }
}
