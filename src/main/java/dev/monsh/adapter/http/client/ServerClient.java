package dev.monsh.adapter.http.client;

import dev.monsh.box.Credential;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Secret;
import dev.monsh.box.ServerUrl;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.Problem;
import dev.monsh.failure.RejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Talks to one server: its base URL, credential, headers and time limit. Redirects are not followed, since the credential
 * would follow them.
 */
public final class ServerClient {

    private final Endpoint endpoint;
    private final Transport transport;
    private final Optional<Duration> timeout;
    private final Function<Secret, String> secrets;
    private @Nullable String authorization;
    private boolean refusesForms;

    /** A parameter of a query string or form. */
    public record Parameter(String name, String value) {}

    /** Reads an answer of any status. */
    @FunctionalInterface
    public interface AnswerReader<T> {
        T read(HttpAnswer answer) throws IOException;
    }

    /** Reads a body. */
    @FunctionalInterface
    public interface BodyReader<T> {
        T read(InputStream body) throws IOException;
    }

    /**
     * Prepares for a server; nothing is sent yet and no secret read.
     *
     * @param timeout how long a call may take in all, as the transport was told; empty for the servers' own limits
     */
    public ServerClient(
            Endpoint endpoint, Transport transport, Optional<Duration> timeout, Function<Secret, String> secrets) {
        this.endpoint = endpoint;
        this.transport = transport;
        this.timeout = timeout;
        this.secrets = secrets;
    }

    /** Returns the address as it may be shown: without user information and query. */
    public String address() {
        return HttpFailures.shown(endpoint.url());
    }

    public Optional<Duration> timeout() {
        return timeout;
    }

    /** Sends a GET and reads the body of a successful answer. */
    public <T> T get(String path, List<Parameter> query, BodyReader<T> reader) {
        String parameters = encoded(query);
        return exchange("GET", path + (parameters.isEmpty() ? "" : "?" + parameters), null, answer -> {
            AnswerCheck.check(answer, address());
            return reader.read(answer.body());
        });
    }

    /** Sends a GET and reads the answer, whatever its status. */
    public <T> T ask(String path, List<Parameter> query, AnswerReader<T> reader) {
        return exchange("GET", path + "?" + encoded(query), null, reader);
    }

    /**
     * Sends a request with a JSON document, or with none, and reads the answer, whatever its status.
     *
     * @param method of RFC 9110: {@code PUT}, {@code DELETE}, …
     */
    public <T> T call(
            String method, String path, List<Parameter> query, Optional<String> document, AnswerReader<T> reader) {
        String parameters = encoded(query);
        String target = path + (parameters.isEmpty() ? "" : "?" + parameters);
        return exchange(method, target, document.map(HttpRequest.Body::json).orElse(null), reader);
    }

    /**
     * Sends a form, which an expression of any length fits into, and reads the body of a successful answer. A server or
     * proxy that allows no POST is asked with GET instead, as Grafana does.
     */
    public <T> T post(String path, List<Parameter> form, BodyReader<T> reader) {
        if (!refusesForms) {
            Optional<T> result = exchange("POST", path, HttpRequest.Body.form(encoded(form)), answer -> {
                if (refusesForms(answer)) {
                    return Optional.<T>empty();
                }
                AnswerCheck.check(answer, address());
                return Optional.of(reader.read(answer.body()));
            });
            if (result.isPresent()) {
                return result.get();
            }
            refusesForms = true;
        }
        return get(path, form, reader);
    }

    /** 403 in JSON is the API's own refusal; any other one may come from a proxy that lets only reads pass. */
    private static boolean refusesForms(HttpAnswer answer) {
        return switch (answer.status()) {
            case 405, 501 -> true;
            case 403 -> !answer.header("Content-Type").orElse("").contains("json");
            default -> false;
        };
    }

    private static String encoded(List<Parameter> parameters) {
        StringBuilder text = new StringBuilder();
        for (Parameter parameter : parameters) {
            text.append(text.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(parameter.name(), StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    /** Returns why a request that was sent by other means did not come off, in the words of the requests from here. */
    public String reason(IOException failure) {
        return HttpFailures.of(failure, address(), timeout).why();
    }

    /** Returns the URL of an API's path, below the path of the base. */
    private URI url(String pathAndQuery) {
        String base = endpoint.url().toString();
        return URI.create(base + (base.endsWith("/") ? "" : "/") + pathAndQuery);
    }

    private <T> T exchange(
            String method, String pathAndQuery, HttpRequest.@Nullable Body body, AnswerReader<T> reader) {
        HttpRequest request = new HttpRequest(url(pathAndQuery), method, headers(), body);
        try (HttpAnswer answer = sent(request)) {
            return reader.read(answer);
        } catch (IOException e) {
            throw HttpFailures.of(e, address(), timeout);
        }
    }

    /** The JDK's client calls itself for each interim answer, so that a flood of them uses up the stack. */
    private HttpAnswer sent(HttpRequest request) throws IOException {
        try {
            return transport.send(request);
        } catch (StackOverflowError e) {
            throw new RejectedException(
                    address(),
                    "it sends more interim answers (100 Continue) than can be read; is this the right address?",
                    new NextStep.Text("monsh config show"),
                    e);
        }
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "monsh");
        headers.put("Accept", "application/json, */*");
        if (ServerUrl.onThisMachine(endpoint.url())) {
            // between two processes of one machine packing costs more than it saves
            headers.put("Accept-Encoding", "identity");
        }
        headers.putAll(endpoint.headers());
        String credential = credential();
        if (!credential.isEmpty()) {
            headers.put("Authorization", credential);
        }
        headers.forEach(this::checkHeader);
        return headers;
    }

    /** Fails for what RFC 9110, 5.5 does not allow; the value, which may be secret, is not shown. */
    private void checkHeader(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\t' && (c < 0x20 || c > 0x7e)) {
                throw new ConfigurationException(
                        List.of(new Problem(
                                address(),
                                0,
                                0,
                                "the header " + name + " contains a character that HTTP does not allow")),
                        "monsh config show");
            }
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
            case Credential.Basic(String username, Secret password) -> basic(username + ":" + secrets.apply(password));
            case Credential.Bearer(Secret token) -> "Bearer " + secrets.apply(token);
        };
    }

    private static String basic(String userAndPassword) {
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    }
}
