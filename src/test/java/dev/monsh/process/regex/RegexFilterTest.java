package dev.monsh.process.regex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegexFilterTest {

    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "1",
            " ",
            "é",
            "日",
            "😀",
            ".",
            "\\d",
            "\\w",
            "\\s",
            "\\S",
            "\\W",
            "[ab]",
            "[^a]",
            "[a-z]",
            "[^a-z é]",
            "[[:alpha:]]",
            "\\pL",
            "\\x61",
            "\\.",
            "*",
            "+",
            "?",
            "{2}",
            "{0,2}",
            "*?",
            "(",
            "(?:",
            "(?i:",
            "(?P<n>",
            ")",
            "|",
            "^",
            "$",
            "\\b",
            "(?i)",
            "(?s)",
            "s",
            "K",
            "\\Qa.b\\E",
            "[-a]",
            "[a\\]b]",
            "[\\d-]");
    private static final List<String> TEXT = List.of(
            "a", "b", "ab", "1", "12", " ", "é", "日", "😀", "A", "S", "ſ", "k", "\u212a", ".", "a.b", "\n", "]", "-",
            "");

    @Test
    void neverPassesOverWhatARegexFinds() {
        Random random = new Random(11);
        int agreed = 0;
        for (int round = 0; round < 300; round++) {
            List<String> regexes = new ArrayList<>();
            while (regexes.size() < 20) {
                String regex = some(random, PIECES, 7);
                if (compiles(regex)) {
                    regexes.add(regex);
                }
            }
            RegexFilter filter = filter(regexes);
            for (int i = 0; i < 20; i++) {
                String text = some(random, TEXT, 8);
                for (int number = 0; number < regexes.size(); number++) {
                    boolean real =
                            Pattern.compile(regexes.get(number)).matcher(text).find();
                    boolean may = filter.find(text).get(number);
                    assertThat(may || !real)
                            .as("%s in %s", regexes.get(number), text)
                            .isTrue();
                    agreed += may == real ? 1 : 0;
                }
            }
        }
        assertThat(agreed)
                .as("a filter that always says perhaps filters nothing")
                .isGreaterThan(105_000);
    }

    @Test
    void aHundredRegexesThatShareTheirBeginningAreToldApart() {
        List<String> regexes = IntStream.range(0, 100)
                .mapToObj(number -> ".*uvicorn\\s+service_" + number + "_stream(?P<id>\\d+).*")
                .toList();
        RegexFilter filter = filter(regexes);
        assertThat(filter.find("/usr/bin/python3 -m uvicorn service_42_stream07:app --port 80").stream())
                .containsExactly(42);
    }

    @Test
    void regexesThatWouldMakeTooManyStatesStillAnswer() {
        RegexFilter filter = filter(List.of("(a|b)*a(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)x"));
        Random random = new Random(3);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 60; j++) {
                text.append(random.nextBoolean() ? 'a' : 'b');
            }
            assertThat(filter.find(text + "abbbbbbbbbbbbx").get(0)).isTrue();
        }
    }

    private static RegexFilter filter(List<String> regexes) {
        return new RegexFilter(regexes.stream().map(RegexToken::of).toList());
    }

    private static boolean compiles(String regex) {
        try {
            Pattern.compile(regex);
            return true;
        } catch (PatternSyntaxException _) {
            return false;
        }
    }

    private static String some(Random random, List<String> pieces, int most) {
        StringBuilder text = new StringBuilder();
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
