package dev.monsh.adapter.http.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

/**
 * Requests in clear text and without a proxy, over the JDK's own client. OkHttp asks Java for all its security providers
 * before it sends the first byte, which takes a fifth of a one-shot query; see docs/performance.md.
 */
public final class JdkTransport implements Transport {

    private final Duration connect;
    private final Duration silence;
    private final Optional<Duration> limit;
    private final Supplier<Transport> other;

    /**
     * Prepares for requests.
     *
     * @param connect how long a connection attempt may take
     * @param silence how long the server may say nothing
     * @param limit how long a request may take in all
     * @param other tries a host's further addresses: the JDK's client tries only the first
     */
    public JdkTransport(Duration connect, Duration silence, Optional<Duration> limit, Supplier<Transport> other) {
        this.connect = connect;
        this.silence = silence;
        this.limit = limit;
        this.other = other;
    }

    @Override
    public HttpAnswer send(HttpRequest request) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) request.url().toURL().openConnection(Proxy.NO_PROXY);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout((int) connect.toMillis());
        connection.setReadTimeout((int) silence.toMillis());
        request.headers().forEach(connection::setRequestProperty);
        // as OkHttp does where the request does not say
        if (!request.headers().containsKey("Accept-Encoding")) {
            connection.setRequestProperty("Accept-Encoding", "gzip");
        }
        Deadline deadline =
                limit.map(time -> Deadline.in(time, connection::disconnect)).orElseGet(Deadline::never);
        try {
            sendBody(connection, request);
            return answer(connection, deadline);
        } catch (ConnectException e) {
            deadline.close();
            if (InetAddress.getAllByName(request.url().getHost()).length > 1) {
                return other.get().send(request);
            }
            throw e;
        } catch (IOException e) {
            deadline.close();
            throw deadline.explained(e);
        } catch (StackOverflowError e) {
            deadline.close();
            connection.disconnect();
            throw e;
        }
    }

    private static void sendBody(HttpURLConnection connection, HttpRequest request) throws IOException {
        connection.setRequestMethod(request.method());
        HttpRequest.Body body = request.body();
        if (body == null) {
            return;
        }
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", body.contentType());
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static HttpAnswer answer(HttpURLConnection connection, Deadline deadline) throws IOException {
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new ProtocolException("the answer does not begin like HTTP");
        }
        InputStream body = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        String reason = Optional.ofNullable(connection.getResponseMessage()).orElse("");
        InputStream watched = deadline.watch(body == null ? InputStream.nullInputStream() : body);
        boolean packed = "gzip".equalsIgnoreCase(connection.getContentEncoding()) && body != null;
        return new Answer(connection, status, reason, packed ? new GZIPInputStream(watched, 1 << 16) : watched);
    }

    private record Answer(HttpURLConnection connection, int status, String reason, InputStream body)
            implements HttpAnswer {

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(connection.getHeaderField(name));
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
