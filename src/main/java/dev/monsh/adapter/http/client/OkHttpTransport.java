package dev.monsh.adapter.http.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Requests over OkHttp: TLS, proxies, hosts with several addresses. */
public final class OkHttpTransport implements Transport {

    private final OkHttpClient client;

    public OkHttpTransport(OkHttpClient client) {
        this.client = client;
    }

    @Override
    public HttpAnswer send(HttpRequest request) throws IOException {
        Request.Builder builder = new Request.Builder().url(request.url().toString());
        request.headers().forEach(builder::header);
        HttpRequest.Body body = request.body();
        builder.method(request.method(), body == null ? null : content(body));
        Response response = client.newCall(builder.build()).execute();
        return new Answer(response, response.body().byteStream());
    }

    /** Bytes, since OkHttp adds a charset to the type of a text. */
    private static RequestBody content(HttpRequest.Body body) {
        return RequestBody.create(body.text().getBytes(StandardCharsets.UTF_8), MediaType.get(body.contentType()));
    }

    private record Answer(Response response, InputStream body) implements HttpAnswer {

        @Override
        public int status() {
            return response.code();
        }

        @Override
        public String reason() {
            return response.message();
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(response.header(name));
        }

        @Override
        public void close() {
            response.close();
        }
    }
}
