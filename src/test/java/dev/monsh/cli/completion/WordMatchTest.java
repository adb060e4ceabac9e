package dev.monsh.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordMatchTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '§',
            value = {
                "qu,        query,                                     EXACT_CASE",
                "§§,        query,                                     EXACT_CASE",
                "QU,        query,                                     ANY_CASE",
                "go_,       Go_goroutines,                             ANY_CASE",
                "cpu,       namedprocess_namegroup_cpu_seconds_total,  PART",
                "cpu_sec,   namedprocess_namegroup_cpu_seconds_total,  PART",
                "proc_cpu,  namedprocess_namegroup_cpu_seconds_total,  PARTS",
                "np_cpu,    namedprocess_namegroup_cpu_seconds_total,  LETTERS",
                "qury,      query,                                     LETTERS",
                "ngcst,     namedprocess_namegroup_cpu_seconds_total,  LETTERS",
                "qr,        query,                                     NONE",
                "ery,       query,                                     NONE",
                "yrq,       query,                                     NONE",
                "--ou,      --output,                                  EXACT_CASE",
                "--s,       --verbose,                                 NONE",
                "--fa-em,   --fail-on-empty,                           PARTS",
                "--fail=,   --fail-on-empty,                           NONE",
                "\",        a\"b,                                      NONE"
            })
    void wordsFitInSeveralWays(String typed, String word, WordMatch match) {
        assertThat(WordMatch.of(typed, word)).isEqualTo(match);
    }
}
