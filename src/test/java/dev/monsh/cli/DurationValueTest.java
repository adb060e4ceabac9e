package dev.monsh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.UsageException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationValueTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0s, 0",
        "1ms, 1",
        "90s, 90000",
        "5m, 300000",
        "1h30m, 5400000",
        "2d, 172800000",
        "1w, 604800000",
        "1y, 31536000000",
        "1y2w3d4h5m6s7ms, 33019506007",
        "1m500ms, 60500",
        "007s, 7000",
        "292y, 9208512000000"
    })
    void isReadAsPrometheusWritesIt(String text, long millis) {
        assertThat(DurationValue.parse("--step", text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "5",
                "m",
                "5 m",
                " 5m",
                "5m ",
                "-5m",
                "+5m",
                "1.5h",
                "5M",
                "5min",
                "30m1h",
                "1m1m",
                "1s1s1s",
                "5mm",
                "now",
                "٥m",
                "1234567890s"
            })
    void anythingElseIsAUsageErrorThatNamesTheOption(String text) {
        assertThatThrownBy(() -> DurationValue.parse("--step", text))
                .isInstanceOf(UsageException.class)
                .hasMessage("--step " + text + ": isn't a duration; use 90s, 5m, 1h30m, 2d or 1w");
    }

    @ParameterizedTest
    @ValueSource(strings = {"293y", "999999999y", "292y52w", "999999999w"})
    void whatPrometheusCannotCountIsTooLong(String text) {
        assertThatThrownBy(() -> DurationValue.parse("--range", text))
                .isInstanceOf(UsageException.class)
                .hasMessage("--range " + text + ": is too long; the most is 292y");
    }

    @Test
    void aDurationThatMustLastIsNotZero() {
        assertThat(DurationValue.parsePositive("--timeout", "1ms")).isEqualTo(Duration.ofMillis(1));
        assertThatThrownBy(() -> DurationValue.parsePositive("--timeout", "0s"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--timeout 0s: must be longer than 0");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "1, 1ms",
        "1000, 1s",
        "90000, 1m30s",
        "5400000, 1h30m",
        "604800000, 1w",
        "691200000, 8d",
        "2160000000, 25d",
        "31536000000, 1y",
        "1500, 1s500ms"
    })
    void isWrittenInTheSameForm(long millis, String text) {
        assertThat(DurationValue.format(Duration.ofMillis(millis))).isEqualTo(text);
        assertThat(DurationValue.parse("x", text)).isEqualTo(Duration.ofMillis(millis));
    }
}
