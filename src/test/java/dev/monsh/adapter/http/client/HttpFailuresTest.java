package dev.monsh.adapter.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class HttpFailuresTest {

    @Test
    void theAddressInAMessageHoldsNoSecret() {
        assertThat(HttpFailures.shown(URI.create("http://user:secret@host:9090/prom?token=secret")))
                .isEqualTo("http://host:9090/prom");
        assertThat(HttpFailures.shown(URI.create("https://host/"))).isEqualTo("https://host");
        assertThat(HttpFailures.shown(URI.create("http://[::1]:80/"))).isEqualTo("http://[::1]");
    }
}
