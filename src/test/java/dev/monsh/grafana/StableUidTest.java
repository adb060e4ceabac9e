package dev.monsh.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StableUidTest {

    @Test
    void aPlainNameIsKept() {
        assertThat(StableUid.of("monsh", "aibox-2", "loki")).isEqualTo("monsh-aibox-2-loki");
        assertThat(StableUid.of("monsh-box", "odk04", "")).isEqualTo("monsh-box-odk04");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.b", "a-b", "site-north.building-7.floor-3.aibox-12", "12345678901234567890123"})
    void everyNameGivesAUidThatGrafanaTakes(String name) {
        assertThat(StableUid.of("monsh", name, "prometheus")).matches("[A-Za-z0-9_-]{1,40}");
    }

    @Test
    void namesThatLookAlikeStayApart() {
        assertThat(StableUid.of("monsh", "a.b", "loki")).isNotEqualTo(StableUid.of("monsh", "a-b", "loki"));
        assertThat(StableUid.of("monsh", "a".repeat(30), "loki"))
                .isNotEqualTo(StableUid.of("monsh", "a".repeat(31), "loki"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://g.example,                     https://g.example",
        "https://g.example/,                    https://g.example",
        "https://g.example/api/,                https://g.example",
        "https://g.example/login,               https://g.example",
        "https://g.example/grafana/,            https://g.example/grafana",
        "https://g.example/grafana/d/abc/title, https://g.example/grafana",
        "http://api:3000,                       http://api:3000",
        "http://api,                            http://api"
    })
    void aBaseIsWhatStandsBeforeAPage(String typed, String base) {
        assertThat(GrafanaAddress.base(URI.create(typed))).hasToString(base);
    }
}
