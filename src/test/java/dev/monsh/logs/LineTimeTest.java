package dev.monsh.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineTimeTest {

    @Test
    void everyNanosecondIsKept() {
        assertThat(LineTime.utc().exact(1_795_344_000_000_000_001L)).isEqualTo("2026-11-22T10:40:00.000000001Z");
        assertThat(LineTime.utc().exact(-1)).isEqualTo("1969-12-31T23:59:59.999999999Z");
        assertThat(LineTime.utc().exact(Long.MAX_VALUE)).isEqualTo("2262-04-11T23:47:16.854775807Z");
    }

    @Test
    void aZoneHasItsOffsetOfThatTime() {
        LineTime time = new LineTime(ZoneId.of("America/St_Johns"));

        assertThat(time.exact(1_795_344_000_000_000_000L)).isEqualTo("2026-11-22T07:10:00.000000000-03:30");
        assertThat(time.exact(1_782_124_800_000_000_000L)).isEqualTo("2026-06-22T08:10:00.000000000-02:30");
        assertThat(time.brief(1_782_124_800_123_999_999L)).isEqualTo("2026-06-22 08:10:00.123");
    }

    @Test
    void itWritesWhatJavasOwnFormatterWrites() {
        Random random = new Random(7);
        for (String zone : new String[] {"UTC", "Asia/Kathmandu", "Europe/Berlin", "-11:00"}) {
            ZoneId id = zone.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(zone);
            DateTimeFormatter formatter = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSSXXX", Locale.ROOT)
                    .withZone(id);
            LineTime time = new LineTime(id);
            for (int i = 0; i < 5000; i++) {
                long nanos = random.nextLong(4_000_000_000_000_000_000L);
                assertThat(time.exact(nanos)).isEqualTo(formatter.format(Instant.ofEpochSecond(0, nanos)));
            }
        }
    }
}
