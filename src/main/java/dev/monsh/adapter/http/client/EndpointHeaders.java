package dev.monsh.adapter.http.client;

import dev.monsh.box.Credential;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Secret;
import dev.monsh.box.ServerUrl;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Adds an endpoint's credential and headers to every request of a client, including a WebSocket's handshake. */
public final class EndpointHeaders implements Interceptor {

    private final Endpoint endpoint;
    private final Function<Secret, String> secrets;
    private volatile @Nullable String authorization;

    /** Prepares for an endpoint; its secret is read with the first request. */
    public EndpointHeaders(Endpoint endpoint, Function<Secret, String> secrets) {
        this.endpoint = endpoint;
        this.secrets = secrets;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request.Builder request = chain.request().newBuilder().header("User-Agent", "monsh");
        if (ServerUrl.onThisMachine(endpoint.url())) {
            // between two processes of one machine packing costs more than it saves
            request.header("Accept-Encoding", "identity");
        }
        for (Map.Entry<String, String> header : endpoint.headers().entrySet()) {
            put(request, header.getKey(), header.getValue());
        }
        String credential = credential();
        if (!credential.isEmpty()) {
            put(request, "Authorization", credential);
        }
        return chain.proceed(request.build());
    }

    private void put(Request.Builder request, String name, String value) {
        try {
            request.header(name, value);
        } catch (IllegalArgumentException e) {
            // OkHttp's message would show the value
            String message = "the header " + name + " contains a character that HTTP does not allow";
            throw new ConfigurationException(
                    List.of(new Problem(endpoint.url().getHost(), 0, 0, message)), "monsh config show");
        }
    }

    private String credential() {
        String value = authorization;
        if (value == null) {
            value = authorization(endpoint.credential());
            authorization = value;
        }
        return value;
    }

    private String authorization(Credential credential) {
        // most servers want none, and linking the switch takes longer than a whole call
        if (credential instanceof Credential.None) {
            return "";
        }
        return switch (credential) {
            case Credential.None() -> "";
            case Credential.Basic(String username, Secret password) ->
                Credentials.basic(username, secrets.apply(password), StandardCharsets.UTF_8);
            case Credential.Bearer(Secret token) -> "Bearer " + secrets.apply(token);
        };
    }
}
