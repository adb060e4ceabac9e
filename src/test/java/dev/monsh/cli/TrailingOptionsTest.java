package dev.monsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrailingOptionsTest {

    private final TrailingOptions options = new TrailingOptions(List.of(
            Option.text("output", "FORMAT", ValueKind.FORMAT, "").letter('o'),
            Option.duration("step", ""),
            Option.flag("quiet", "").letter('q'),
            Option.flag("follow", "").letter('f')));

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '§',
            value = {
                "up -o json                ~ up",
                "up -ojson                 ~ up",
                "up --output json --step 5m ~ up",
                "up --step=5m -q           ~ up",
                "up -qo json               ~ up",
                "{a=\"b\"} |= \"x\" -f     ~ {a=\"b\"} |= \"x\"",
                "sum(up)                   ~ sum(up)",
                "up - down                 ~ up - down",
                "up -down                  ~ up -down",
                "up -o                     ~ up -o",
                "up -x json                ~ up -x json",
                "up --nope                 ~ up --nope",
                "up -q + 1                 ~ up -q + 1",
                "(up -q)                   ~ (up -q)",
                "up{a=\" -q\"}             ~ up{a=\" -q\"}",
                "-q                        ~ -q",
                "up --quiet=x              ~ up --quiet=x",
                "up - 1 -o json            ~ up - 1"
            })
    void onlyKnownOptionsUpToTheEndCount(String text, String expression) {
        assertThat(text.substring(0, options.start(text)).strip()).isEqualTo(expression);
    }
}
