package dev.monsh.adapter.http;

import dev.monsh.box.Credential;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Secret;
import dev.monsh.box.ServerUrl;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Talks to one server: its base URL, credential, headers and time limit. Redirects are not followed, since the credential
 * would follow them.
 */
public final class ServerClient {

    private final Endpoint endpoint;
    private final HttpUrl base;
    private final OkHttpClient client;
    private final Optional<Duration> timeout;
    private final Function<Secret, String> secrets;
    private @Nullable String authorization;

    /** A parameter of a query string or form. */
    public record Parameter(String name, String value) {}

    /** Reads a body. */
    @FunctionalInterface
    interface BodyReader<T> {
        T read(InputStream body) throws IOException;
    }

    /**
     * Prepares for a server; nothing is sent yet and no secret read.
     *
     * @param timeout how long a call may take in all; empty for the servers' own limits
     */
    public ServerClient(
            Endpoint endpoint, OkHttpClient client, Optional<Duration> timeout, Function<Secret, String> secrets) {
        this.endpoint = endpoint;
        this.base = HttpUrl.get(endpoint.url().toString());
        this.client = client;
        this.timeout = timeout;
        this.secrets = secrets;
    }

    /** Returns the address as it may be shown: without user information and query. */
    public String address() {
        return HttpFailures.shown(base);
    }

    Optional<Duration> timeout() {
        return timeout;
    }

    /** Sends a GET and reads the body of a successful answer. */
    <T> T get(String path, List<Parameter> query, BodyReader<T> reader) {
        HttpUrl.Builder url = url(path).newBuilder();
        query.forEach(parameter -> url.addQueryParameter(parameter.name(), parameter.value()));
        return send(new Request.Builder().url(url.build()), reader);
    }

    /** Sends a form, which an expression of any length fits into, and reads the body of a successful answer. */
    <T> T post(String path, List<Parameter> form, BodyReader<T> reader) {
        FormBody.Builder body = new FormBody.Builder();
        form.forEach(parameter -> body.add(parameter.name(), parameter.value()));
        return send(new Request.Builder().url(url(path)).post(body.build()), reader);
    }

    private HttpUrl url(String path) {
        return base.newBuilder().addPathSegments(path).build();
    }

    private <T> T send(Request.Builder builder, BodyReader<T> reader) {
        builder.header("User-Agent", "monsh");
        if (ServerUrl.onThisMachine(endpoint.url())) {
            // between two processes of one machine packing costs more than it saves
            builder.header("Accept-Encoding", "identity");
        }
        for (Map.Entry<String, String> header : endpoint.headers().entrySet()) {
            header(builder, header.getKey(), header.getValue());
        }
        String credential = credential();
        if (!credential.isEmpty()) {
            header(builder, "Authorization", credential);
        }
        Request request = builder.build();
        try (Response response = client.newCall(request).execute()) {
            AnswerCheck.check(response, address());
            return reader.read(response.body().byteStream());
        } catch (IOException e) {
            throw HttpFailures.of(e, address(), timeout);
        }
    }

    private void header(Request.Builder builder, String name, String value) {
        try {
            builder.header(name, value);
        } catch (IllegalArgumentException e) {
            // OkHttp's message would show the value
            throw new ConfigurationException(
                    List.of(new Problem(
                            address(), 0, 0, "the header " + name + " holds a character that HTTP does not allow")),
                    "monsh config show");
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
