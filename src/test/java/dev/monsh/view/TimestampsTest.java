package dev.monsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {

    @ParameterizedTest
    @CsvSource({
        "1795343400000, 2026-11-22T10:30:00Z",
        "1795343400001, 2026-11-22T10:30:00.001Z",
        "1795343400100, 2026-11-22T10:30:00.100Z",
        "1795391999999, 2026-11-22T23:59:59.999Z",
        "0, 1970-01-01T00:00:00Z",
        "-1, 1969-12-31T23:59:59.999Z",
        "-86400000, 1969-12-31T00:00:00Z",
        "951782400000, 2000-02-29T00:00:00Z"
    })
    void millisecondsAreRfc3339InUtc(long millis, String text) {
        assertThat(new Timestamps().utc(millis)).isEqualTo(text);
    }

    @Test
    void timesOfSeveralDaysInAnyOrderAreRight() {
        Timestamps timestamps = new Timestamps();
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            long millis = random.nextLong(4_000_000_000_000L) - 1_000_000_000_000L;
            assertThat(Instant.parse(timestamps.utc(millis)).toEpochMilli()).isEqualTo(millis);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1795343400000, 1795343400",
        "1795343400100, 1795343400.100",
        "1795343400001, 1795343400.001",
        "0, 0",
        "-500, -0.500",
        "-1000, -1",
        "-1500, -1.500"
    })
    void unixSecondsHaveThreeDigitsOrNone(long millis, String text) {
        assertThat(Timestamps.unixSeconds(millis)).isEqualTo(text);
    }
}
