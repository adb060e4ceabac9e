package dev.monsh.stack.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class UsageHistoryTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private static UsageHistory seeing(long... cpuMillis) {
        Iterator<Long> readings =
                java.util.Arrays.stream(cpuMillis).boxed().toList().iterator();
        return new UsageHistory(pid -> Optional.of(new ProcessUsage(readings.next() * 1_000_000, 4096)));
    }

    @Test
    void theFirstLookIsTheAverageSinceTheStartAndLaterOnesSinceTheLast() {
        UsageHistory history = seeing(5_000, 7_000);
        assertThat(history.look(1, Optional.of(START), START.plusSeconds(50)))
                .hasValue(new UsageHistory.Usage(OptionalDouble.of(10), 4096));
        assertThat(history.look(1, Optional.of(START), START.plusSeconds(54)))
                .hasValue(new UsageHistory.Usage(OptionalDouble.of(50), 4096));
    }

    @Test
    void withoutAStartTheFirstLookTellsNoRate() {
        assertThat(seeing(5).look(1, Optional.empty(), START))
                .hasValue(new UsageHistory.Usage(OptionalDouble.empty(), 4096));
    }

    @Test
    void aProcessThatIsGoneIsNotSeen() {
        assertThat(new UsageHistory(pid -> Optional.empty()).look(1, Optional.of(START), START))
                .isEmpty();
    }
}
