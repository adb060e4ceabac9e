package dev.monsh.app.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PosixTimeZoneTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "CET-1CEST,M3.5.0,M10.5.0/3          ~ Europe/Berlin",
                "EST5EDT,M3.2.0,M11.1.0              ~ America/New_York",
                "AEST-10AEDT,M10.1.0,M4.1.0/3        ~ Australia/Sydney",
                "GMT0BST,M3.5.0/1,M10.5.0            ~ Europe/London",
                "NZST-12NZDT,M9.5.0,M4.1.0/3         ~ Pacific/Auckland",
                "CST6CDT                             ~ America/Chicago"
            })
    void rulesAreThoseOfTheZoneThatHasThem(String tz, String same) {
        ZoneId found = PosixTimeZone.find(tz).orElseThrow();
        for (String time : new String[] {"2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z", "2026-03-20T12:00:00Z"}) {
            Instant at = Instant.parse(time);
            assertThat(found.getRules().getOffset(at))
                    .isEqualTo(ZoneId.of(same).getRules().getOffset(at));
        }
    }

    @ParameterizedTest
    @CsvSource({"JST-9, 9", "<+03>-3, 3", "UTC0, 0", "<-0330>3:30, -3.5"})
    void aZoneWithoutSummerTimeIsAnOffset(String tz, double hours) {
        assertThat(PosixTimeZone.find(tz).orElseThrow().getRules().getOffset(Instant.EPOCH))
                .isEqualTo(ZoneOffset.ofTotalSeconds((int) (hours * 3600)));
    }

    @Test
    void whatIsNoRuleIsLeftToJava() {
        for (String tz : new String[] {"Europe/Berlin", "", "UTC", "CET-1CEST,M3.5.0", "CET-1CEST,J60,J300", "x,y"}) {
            assertThat(PosixTimeZone.find(tz)).isEmpty();
        }
    }
}
