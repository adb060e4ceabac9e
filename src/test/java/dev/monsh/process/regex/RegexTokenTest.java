package dev.monsh.process.regex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monsh.process.BorderlineRegexes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexTokenTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '~',
            value = {
                "a.b+? a;.;b;+?",
                "(?P<x>a|b)* (?P<x>;a;|;b;);*",
                "(?i)(?s:x) (?i);(?s:;x;)",
                "[]a\\]-[:^alpha:]]{2,} []a\\]-[:^alpha:]];{2,}",
                "a{,5}{ a;{;,;5;};{",
                "\\d\\.\\x{41}\\x41\\p{Lu}\\pL\\012\\Q*\\E\\z \\d;\\.;\\x{41};\\x41;\\p{Lu};\\pL;\\012;\\Q*\\E;\\z",
                "😀*^$\\ 😀;*;^;$;\\"
            })
    void cutsAsGoDoes(String regex, String tokens) {
        assertThat(RegexToken.of(regex)).extracting(RegexToken::text).containsExactly(tokens.split(";"));
    }

    @Test
    void tokensJoinedAreTheRegexWhateverItIs() {
        for (String regex : BorderlineRegexes.ALL) {
            List<String> parts =
                    RegexToken.of(regex).stream().map(RegexToken::text).toList();
            assertThat(String.join("", parts)).isEqualTo(regex);
        }
    }

    @Test
    void aVeryLongClassIsOneToken() {
        assertThat(RegexToken.of("[" + "ab".repeat(100_000) + "]")).hasSize(1);
    }
}
