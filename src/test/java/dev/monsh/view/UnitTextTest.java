package dev.monsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTextTest {

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1.0 KiB", "53896806, 51.4 MiB", "1073741823, 1.0 GiB"})
    void bytesAreInPowersOf1024(double bytes, String text) {
        assertThat(UnitText.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "0.0032, 3.2 ms", "0.00001, 10.0 µs", "1.25, 1.25 s", "3720, 1h2m", "-0.5, -500.0 ms"})
    void secondsAreInTheUnitThatFits(double seconds, String text) {
        assertThat(UnitText.seconds(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"5, 5s", "65, 1m5s", "7200, 2h0m", "90000, 1d1h", "-3, 0s"})
    void durationsHaveTwoUnitsAtMost(long seconds, String text) {
        assertThat(UnitText.duration(Duration.ofSeconds(seconds))).isEqualTo(text);
    }
}
