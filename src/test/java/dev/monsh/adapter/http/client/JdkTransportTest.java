package dev.monsh.adapter.http.client;

import dev.monsh.adapter.http.HttpClients;
import dev.monsh.adapter.http.prometheus.Prometheus;
import dev.monsh.adapter.http.prometheus.PrometheusSource;
import dev.monsh.box.Endpoint;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

class JdkTransportTest extends TransportContract {

    @Override
    PrometheusSource open(String url, Optional<Duration> timeout) {
        return new PrometheusSource(new HttpClients(Map.of(), Prometheus::secret).open(Endpoint.of(url), timeout));
    }
}
