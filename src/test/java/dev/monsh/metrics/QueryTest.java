package dev.monsh.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.failure.UsageException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    private static final Instant START = Instant.parse("2026-11-22T10:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT1S",
        "PT4M, PT1S",
        "PT5M, PT2S",
        "PT1H, PT15S",
        "PT6H, PT2M",
        "P1D, PT10M",
        "P7D, PT1H",
        "P30D, PT4H",
        "P365D, PT48H"
    })
    void theUsualStepGivesAbout250Points(Duration length, Duration step) {
        assertThat(Query.Range.usualStep(START, START.plus(length))).isEqualTo(step);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 59, 3600, 86_400, 604_800, 31_536_000, 315_360_000})
    void neitherTheUsualNorTheLeastStepGivesMoreThanTheServerTakes(long seconds) {
        Instant end = START.plusSeconds(seconds);
        Duration usual = Query.Range.usualStep(START, end);
        Query.Range range = new Query.Range("x", START, end, usual);
        assertThat(range.points()).isBetween(1L, 252L);
        assertThat(new Query.Range("x", START, end, range.leastStep()).points())
                .isLessThanOrEqualTo(Query.Range.MOST_POINTS);
    }

    @Test
    void bothEndsAreCounted() {
        assertThat(new Query.Range("x", START, START.plusSeconds(60), Duration.ofSeconds(15)).points())
                .isEqualTo(5);
        assertThat(new Query.Range("x", START, START, Duration.ofSeconds(15)).points())
                .isEqualTo(1);
    }

    @Test
    void aRangeThatCannotBeAskedForIsAUsageError() {
        assertThatThrownBy(() -> new Query.Range("x", START, START, Duration.ZERO))
                .isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> new Query.Range("x", START, START.minusMillis(1), Duration.ofSeconds(1)))
                .isInstanceOf(UsageException.class);
    }
}
