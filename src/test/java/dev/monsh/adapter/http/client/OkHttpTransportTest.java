package dev.monsh.adapter.http.client;

import dev.monsh.adapter.http.prometheus.Prometheus;
import dev.monsh.adapter.http.prometheus.PrometheusSource;
import dev.monsh.box.Endpoint;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;

class OkHttpTransportTest extends TransportContract {

    @Override
    PrometheusSource open(String url, Optional<Duration> timeout) {
        OkHttpClient.Builder client = new OkHttpClient.Builder().followRedirects(false);
        timeout.ifPresent(client::callTimeout);
        return new PrometheusSource(
                new ServerClient(Endpoint.of(url), new OkHttpTransport(client.build()), timeout, Prometheus::secret));
    }
}
