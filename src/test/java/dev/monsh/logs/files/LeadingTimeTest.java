package dev.monsh.logs.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadingTimeTest {

    private final LeadingTime time = new LeadingTime(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "2026-11-22T10:45:10Z [INFO] x ~ 1795344310000000000",
                "2026-11-22T10:45:10.123456789Z x ~ 1795344310123456789",
                "2026-11-22T11:45:10.5+01:00 x ~ 1795344310500000000",
                "2026-11-22T11:45:10+0100 x ~ 1795344310000000000",
                "2026-11-22 11:45:10,123 INFO x ~ 1795344310123000000",
                "2026-11-22 11:45:10 INFO x ~ 1795344310000000000",
                "[2026-11-22 11:45:10.042] x ~ 1795344310042000000",
                "2026-07-22 12:45:10 summer ~ 1784717110000000000"
            })
    void aTimeAtTheBeginningIsRead(String line, long nanos) {
        assertThat(time.of(line)).hasValue(nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x 2026-11-22T10:45:10Z",
                "2026-13-22 10:45:10 x",
                "2026-11-22",
                "22.11.2026 10:45:10",
                "  at dev.monsh"
            })
    void anotherBeginningHasNone(String line) {
        assertThat(time.of(line)).isEmpty();
    }
}
