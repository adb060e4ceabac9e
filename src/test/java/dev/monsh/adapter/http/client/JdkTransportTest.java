package dev.monsh.adapter.http.client;

import static dev.monsh.adapter.http.prometheus.Prometheus.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monsh.adapter.http.HttpClients;
import dev.monsh.adapter.http.RecordingHandler;
import dev.monsh.adapter.http.prometheus.Prometheus;
import dev.monsh.adapter.http.prometheus.PrometheusSource;
import dev.monsh.adapter.http.stack.PlainProbe;
import dev.monsh.box.Endpoint;
import dev.monsh.failure.RejectedException;
import dev.monsh.stack.ProbeAnswer;
import dev.monsh.testing.RawServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JdkTransportTest extends TransportContract {

    @Override
    PrometheusSource open(String url, Optional<Duration> timeout) {
        return new PrometheusSource(new HttpClients(Map.of(), Prometheus::secret).open(Endpoint.of(url), timeout));
    }

    @Test
    void aFloodOfInterimAnswersIsRejectedAsSuch() throws IOException {
        try (RawServer raw = RawServer.answering("HTTP/1.1 100 Continue\r\n\r\n".repeat(100_000))) {
            assertThatThrownBy(() -> open(raw.url(), Optional.empty()).query(UP, new RecordingHandler()))
                    .isInstanceOf(RejectedException.class)
                    .hasMessageStartingWith(raw.url() + ": it sends more interim answers (100 Continue)");
            assertThat(new PlainProbe().get(URI.create(raw.url() + "/ready"), Duration.ofSeconds(30)))
                    .isEqualTo(ProbeAnswer.none("it sends more interim answers (100 Continue) than can be read"));
        }
    }
}
