package dev.monsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTextTest {

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1.0 KiB", "53896806, 51.4 MiB", "1073741823, 1.0 GiB"})
    void bytesAreInPowersOf1024(double bytes, String text) {
        assertThat(UnitText.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "0.0032, 3.2 ms", "0.00001, 10.0 µs", "1.25, 1.25 s", "3720, 1 h 2 min", "-0.5, -500.0 ms"})
    void secondsAreInTheUnitThatFits(double seconds, String text) {
        assertThat(UnitText.seconds(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"5, 5 s", "65, 1 min 5 s", "7200, 2 h", "90000, 1 d 1 h", "-3, 0 s"})
    void durationsHaveTwoUnitsAtMost(long seconds, String text) {
        assertThat(UnitText.duration(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s ago",
        "119, 119 s ago",
        "120, 2 min ago",
        "7199, 119 min ago",
        "7200, 2 h ago",
        "172800, 2 d ago",
        "-3, 0 s ago",
        "-1728000, in 20 d"
    })
    void agesHaveOneUnit(long seconds, String text) {
        Instant now = Instant.parse("2026-11-22T10:30:00Z");
        assertThat(UnitText.age(now.minusSeconds(seconds), now)).isEqualTo(text);
    }
}
