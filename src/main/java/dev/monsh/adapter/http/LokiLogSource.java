package dev.monsh.adapter.http;

import com.fasterxml.jackson.core.JsonParser;
import dev.monsh.logs.Direction;
import dev.monsh.logs.Labels;
import dev.monsh.logs.LogAnswer;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.MetricResult;
import dev.monsh.logs.PageQuery;
import dev.monsh.logs.TailConnection;
import dev.monsh.logs.TailListener;
import dev.monsh.logs.TailRequest;
import dev.monsh.logs.TimeRange;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;

/** A Loki over HTTP: {@code /loki/api/v1} of Loki 3.6. */
public final class LokiLogSource implements LogSource {

    private final OkHttpClient client;
    private final HttpUrl base;

    /**
     * Makes a source.
     *
     * @param client with the credential, certificates and timeouts of the endpoint
     * @param base the endpoint's URL; a path is kept in front of the API's paths
     */
    public LokiLogSource(OkHttpClient client, HttpUrl base) {
        this.client = client;
        this.base = base;
    }

    @Override
    public LogAnswer page(PageQuery query) {
        HttpUrl url = api("query_range", query.range())
                .addQueryParameter("query", query.expression())
                .addQueryParameter("limit", Integer.toString(query.limit()))
                .addQueryParameter("direction", query.direction().name().toLowerCase(Locale.ROOT))
                .build();
        LokiPageParser parser = new LokiPageParser(query.direction());
        return call(url, new Reader<LogAnswer>() {
            @Override
            public LogAnswer read(JsonParser json) throws IOException {
                return parser.read(json);
            }

            @Override
            public Optional<LogAnswer> limit(int status, String message) {
                return status == 400 ? LokiLimits.in(message) : Optional.empty();
            }
        });
    }

    @Override
    public MetricResult instant(String expression, long atNanos) {
        HttpUrl url = api("query")
                .addQueryParameter("query", expression)
                .addQueryParameter("time", Long.toString(atNanos))
                .build();
        return call(url, new LokiPageParser(Direction.BACKWARD)::readMetric);
    }

    @Override
    public List<String> labelNames(TimeRange range) {
        return call(api("labels", range).build(), LokiAnswers::names);
    }

    @Override
    public List<String> labelValues(String name, TimeRange range) {
        HttpUrl.Builder url = api("label", range).addPathSegment(name).addPathSegment("values");
        return call(url.build(), LokiAnswers::names);
    }

    @Override
    public List<Labels> series(String selector, TimeRange range) {
        return call(api("series", range).addQueryParameter("match[]", selector).build(), LokiAnswers::series);
    }

    @Override
    public StreamStats stats(String selector, TimeRange range) {
        return call(
                api("index/stats", range).addQueryParameter("query", selector).build(), LokiAnswers::stats);
    }

    @Override
    public List<Volume> volume(String selector, TimeRange range) {
        return call(
                api("index/volume", range).addQueryParameter("query", selector).build(), LokiAnswers::volume);
    }

    @Override
    public List<DetectedField> detectedFields(String selector, TimeRange range) {
        return call(
                api("detected_fields", range)
                        .addQueryParameter("query", selector)
                        .build(),
                LokiAnswers::fields);
    }

    @Override
    public TailConnection tail(TailRequest request, TailListener listener) {
        HttpUrl url = api("tail")
                .addQueryParameter("query", request.expression())
                .addQueryParameter("start", Long.toString(request.startNanos()))
                .build();
        OkHttpClient pinging = client.newBuilder().pingInterval(request.ping()).build();
        WebSocket socket = pinging.newWebSocket(new Request.Builder().url(url).build(), new LokiTailListener(listener));
        return socket::cancel;
    }

    private HttpUrl.Builder api(String path) {
        return base.newBuilder().addPathSegments("loki/api/v1/" + path);
    }

    private HttpUrl.Builder api(String path, TimeRange range) {
        return api(path)
                .addQueryParameter("start", Long.toString(range.startNanos()))
                .addQueryParameter("end", Long.toString(range.endNanos()));
    }

    private <T> T call(HttpUrl url, Reader<T> reader) {
        try (Response response =
                client.newCall(new Request.Builder().url(url).build()).execute()) {
            if (!response.isSuccessful()) {
                String message = LokiFailures.message(response);
                return reader.limit(response.code(), message)
                        .orElseThrow(() -> LokiFailures.of(url, response.code(), message));
            }
            return LokiAnswers.read(url, response, reader);
        } catch (IOException e) {
            throw LokiFailures.of(url, e);
        }
    }

    /** Makes a value of an answer. */
    interface Reader<T> {

        /** Reads the JSON of a 200; the parser stands before the first token. */
        T read(JsonParser json) throws IOException;

        /** Returns the value of a refusal that is an answer, too. */
        default Optional<T> limit(int status, String message) {
            return Optional.empty();
        }
    }
}
