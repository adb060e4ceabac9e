package dev.monsh.adapter.http;

import dev.monsh.adapter.http.client.EndpointHeaders;
import dev.monsh.adapter.http.client.JdkTransport;
import dev.monsh.adapter.http.client.OkHttpTransport;
import dev.monsh.adapter.http.client.ProxyChoice;
import dev.monsh.adapter.http.client.ServerClient;
import dev.monsh.adapter.http.client.TlsSettings;
import dev.monsh.adapter.http.client.Transport;
import dev.monsh.adapter.http.loki.LokiLogSource;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Secret;
import dev.monsh.logs.LogSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.ConnectionSpec;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Makes clients for servers. TLS is set up only for servers that want it: it costs a third of a short call. */
public final class HttpClients {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** How long a server may say nothing. Prometheus gives a query two minutes by default, which few people wait for. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final ProxyChoice proxies;
    private final Function<Secret, String> secrets;

    /** Takes the environment, for its proxies, and the reader of secrets. */
    public HttpClients(Map<String, String> environment, Function<Secret, String> secrets) {
        this.proxies = new ProxyChoice(environment);
        this.secrets = secrets;
    }

    /**
     * Returns a client for a server.
     *
     * @param timeout how long a call may take in all; empty for the servers' own limits
     */
    public ServerClient open(Endpoint endpoint, Optional<Duration> timeout) {
        ProxyChoice.Choice proxy = proxies.proxyFor(endpoint.url());
        boolean clear = endpoint.url().getScheme().equalsIgnoreCase("http");
        Transport transport = clear && proxy.isDirect()
                ? new JdkTransport(
                        timeout.orElse(CONNECT),
                        timeout.orElse(SILENCE),
                        timeout,
                        () -> okHttp(endpoint, proxy, timeout))
                : okHttp(endpoint, proxy, timeout);
        return new ServerClient(endpoint, transport, timeout, secrets);
    }

    /** Returns the Loki at an endpoint; nothing is sent yet and no secret read. */
    public LogSource loki(Endpoint endpoint, Optional<Duration> timeout) {
        Supplier<OkHttpClient> tails = () -> client(endpoint, proxies.proxyFor(endpoint.url()), timeout)
                .newBuilder()
                .addInterceptor(new EndpointHeaders(endpoint, secrets))
                .build();
        return new LokiLogSource(open(endpoint, timeout), tails, endpoint.url());
    }

    private static Transport okHttp(Endpoint endpoint, ProxyChoice.Choice proxy, Optional<Duration> timeout) {
        return new OkHttpTransport(client(endpoint, proxy, timeout));
    }

    private static OkHttpClient client(Endpoint endpoint, ProxyChoice.Choice choice, Optional<Duration> timeout) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .proxy(choice.proxy())
                .connectTimeout(CONNECT)
                .readTimeout(SILENCE);
        timeout.ifPresent(
                limit -> builder.callTimeout(limit).connectTimeout(limit).readTimeout(limit));
        if (!choice.userInformation().isEmpty()) {
            String[] userAndPassword = choice.userInformation().split(":", 2);
            String credential =
                    Credentials.basic(userAndPassword[0], userAndPassword.length > 1 ? userAndPassword[1] : "");
            builder.proxyAuthenticator((route, response) -> response.request().header("Proxy-Authorization") != null
                    ? null
                    : response.request()
                            .newBuilder()
                            .header("Proxy-Authorization", credential)
                            .build());
        }
        if (endpoint.url().getScheme().equalsIgnoreCase("https")) {
            TlsSettings.of(endpoint).applyTo(builder);
        } else {
            builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
        }
        return builder.build();
    }
}
