package dev.monsh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.UsageException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeValueTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:30:00Z,            2026-11-22T10:30:00Z",
        "2026-11-22t10:30:00z,            2026-11-22T10:30:00Z",
        "2026-11-22 10:30:00Z,            2026-11-22T10:30:00Z",
        "2026-11-22T10:30:00.123456789Z,  2026-11-22T10:30:00.123456789Z",
        "2026-11-22T10:30:00+02:00,       2026-11-22T08:30:00Z",
        "2026-11-22T10:30:00-05:30,       2026-11-22T16:00:00Z",
        "2026-11-22T10:30Z,               2026-11-22T10:30:00Z",
        "1795343400,                      2026-11-22T10:30:00Z",
        "1795343400.5,                    2026-11-22T10:30:00.500Z",
        "1795343400.123456789,            2026-11-22T10:30:00.123456789Z",
        "1795343400.,                     2026-11-22T10:30:00Z",
        "1.7953434e9,                     2026-11-22T10:30:00Z",
        "0,                               1970-01-01T00:00:00Z",
        "-0.5,                            1969-12-31T23:59:59.500Z",
        "now,                             2026-11-22T10:30:00Z",
        "now-1h30m,                       2026-11-22T09:00:00Z",
        "now-0,                           2026-11-22T10:30:00Z",
        "now+5m,                          2026-11-22T10:35:00Z"
    })
    void everyFormOfTheContractIsRead(String text, String time) {
        assertThat(TimeValue.parse("--at", text).at(NOW)).isEqualTo(Instant.parse(time));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22,              2026-11-22T00:00:00",
        "2026-11-22 10:30,        2026-11-22T10:30:00",
        "2026-11-22 10:30:15,     2026-11-22T10:30:15",
        "2026-11-22T10:30:15.5,   2026-11-22T10:30:15.5"
    })
    void withoutAZoneTheLocalOneIsMeant(String text, String local) {
        Instant expected =
                LocalDateTime.parse(local).atZone(ZoneId.systemDefault()).toInstant();
        assertThat(TimeValue.parse("--at", text).at(NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "nowhere",
                "now-",
                "now 5m",
                "2026-13-01",
                "2026-02-30",
                "2026-11-22 25:00",
                "2026-11-22T10",
                "2026-11",
                "22.11.2026",
                "10:30",
                "1e999999999",
                "12x",
                ".5",
                "+5",
                "0x10",
                "2026-11-22T10:30:00+2",
                "2026-11-22T10:30:00 +02:00",
                "\n"
            })
    void anythingElseIsAUsageErrorThatShowsTheForms(String text) {
        assertThatThrownBy(() -> TimeValue.parse("--at", text).at(NOW))
                .isInstanceOf(UsageException.class)
                .hasMessage("--at " + text
                        + ": isn't a time; use 2026-11-22, '2026-11-22 10:30', 2026-11-22T10:30:00Z, 1795343400, now or"
                        + " now-1h30m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e12", "-1e12", "99999999999999", "9007199254740993000"})
    void aTimeOutsideTheCalendarIsAUsageError(String text) {
        assertThatThrownBy(() -> TimeValue.parse("--at", text).at(NOW))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--at " + text + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"now-5", "now-x", "now-1h-5m"})
    void aWrongDistanceFromNowIsToldAsADuration(String text) {
        assertThatThrownBy(() -> TimeValue.parse("--at", text).at(NOW))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("isn't a duration");
    }
}
