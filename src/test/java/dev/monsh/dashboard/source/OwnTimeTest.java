package dev.monsh.dashboard.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OwnTimeTest {

    @Test
    void serversBeginTheirLinesWithIt() {
        Instant expected = Instant.parse("2026-11-28T05:43:21.619Z");
        assertThat(OwnTime.of("ts=2026-11-28T05:43:21.619Z caller=head.go:564")).contains(expected);
        assertThat(OwnTime.of("time=2026-11-28T06:43:21.619+01:00 level=INFO")).contains(expected);
        assertThat(OwnTime.of("time=\"2026-11-28T05:43:21.619Z\" level=info")).contains(expected);
        assertThat(OwnTime.of("2026-11-28T05:43:21.619Z INFO up")).contains(expected);
    }

    @Test
    void anythingElseIsNoTime() {
        assertThat(OwnTime.of("")).isEmpty();
        assertThat(OwnTime.of("frame 2026-11-28T05:43:21Z")).isEmpty();
        assertThat(OwnTime.of("ts=2026-13-45T05:43:21Z")).isEmpty();
        assertThat(OwnTime.of("2026-11-28 05:43:21 in an unknown zone")).isEmpty();
    }
}
