package dev.monsh.adapter.http.loki;

import com.fasterxml.jackson.core.JsonParser;
import dev.monsh.adapter.http.client.HttpAnswer;
import dev.monsh.adapter.http.client.Json;
import dev.monsh.adapter.http.client.ServerClient;
import dev.monsh.adapter.http.client.ServerClient.Parameter;
import dev.monsh.failure.RejectedException;
import dev.monsh.labels.Labels;
import dev.monsh.logs.Direction;
import dev.monsh.logs.LogAnswer;
import dev.monsh.logs.LogSource;
import dev.monsh.logs.MetricResult;
import dev.monsh.logs.PageQuery;
import dev.monsh.logs.TailConnection;
import dev.monsh.logs.TailListener;
import dev.monsh.logs.TailRequest;
import dev.monsh.logs.TimeRange;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.WebSocket;

/** A Loki over HTTP: {@code /loki/api/v1} of Loki 3.6. */
public final class LokiLogSource implements LogSource {

    private static final String API = "loki/api/v1/";

    private final ServerClient client;
    private final Supplier<OkHttpClient> tails;
    private final URI base;

    /**
     * Makes a source.
     *
     * @param client for requests
     * @param tails makes the client for WebSockets, with the endpoint's credential and headers; asked when one is opened
     * @param base the endpoint's URL; a path is kept in front of the API's paths
     */
    public LokiLogSource(ServerClient client, Supplier<OkHttpClient> tails, URI base) {
        this.client = client;
        this.tails = tails;
        this.base = base;
    }

    @Override
    public LogAnswer page(PageQuery query) {
        List<Parameter> parameters = over(
                query.range(),
                new Parameter("query", query.expression()),
                new Parameter("limit", Integer.toString(query.limit())),
                new Parameter("direction", query.direction() == Direction.FORWARD ? "forward" : "backward"));
        LokiPageParser parser = new LokiPageParser(query.direction());
        return client.ask(API + "query_range", parameters, answer -> {
            if (answer.status() == 400) {
                String message = LokiFailures.message(answer);
                return LokiLimits.in(message).orElseThrow(() -> LokiFailures.of(answer, client.address(), message));
            }
            return read(answer, parser::read);
        });
    }

    @Override
    public MetricResult instant(String expression, long atNanos) {
        List<Parameter> parameters =
                List.of(new Parameter("query", expression), new Parameter("time", Long.toString(atNanos)));
        return call("query", parameters, new LokiPageParser(Direction.BACKWARD)::readMetric);
    }

    @Override
    public List<String> labelNames(TimeRange range) {
        return call("labels", over(range), LokiAnswers::names);
    }

    @Override
    public List<String> labelValues(String name, TimeRange range) {
        String segment = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return call("label/" + segment + "/values", over(range), LokiAnswers::names);
    }

    @Override
    public List<Labels> series(String selector, TimeRange range) {
        return call("series", over(range, new Parameter("match[]", selector)), LokiAnswers::series);
    }

    @Override
    public StreamStats stats(String selector, TimeRange range) {
        return call("index/stats", over(range, new Parameter("query", selector)), LokiAnswers::stats);
    }

    @Override
    public List<Volume> volume(String selector, TimeRange range) {
        return call("index/volume", over(range, new Parameter("query", selector)), LokiAnswers::volume);
    }

    @Override
    public List<DetectedField> detectedFields(String selector, TimeRange range) {
        return call("detected_fields", over(range, new Parameter("query", selector)), LokiAnswers::fields);
    }

    @Override
    public TailConnection tail(TailRequest request, TailListener listener) {
        HttpUrl url = HttpUrl.get(base.toString())
                .newBuilder()
                .addPathSegments(API + "tail")
                .addQueryParameter("query", request.expression())
                .addQueryParameter("start", Long.toString(request.startNanos()))
                .build();
        OkHttpClient pinging =
                tails.get().newBuilder().pingInterval(request.ping()).build();
        WebSocket socket = pinging.newWebSocket(
                new Request.Builder().url(url).build(), new LokiTailListener(listener, client::reason));
        return socket::cancel;
    }

    private static List<Parameter> over(TimeRange range, Parameter... more) {
        List<Parameter> parameters = new ArrayList<>(List.of(
                new Parameter("start", Long.toString(range.startNanos())),
                new Parameter("end", Long.toString(range.endNanos()))));
        parameters.addAll(List.of(more));
        return parameters;
    }

    private <T> T call(String path, List<Parameter> parameters, Reader<T> reader) {
        return client.ask(API + path, parameters, answer -> read(answer, reader));
    }

    private <T> T read(HttpAnswer answer, Reader<T> reader) throws IOException {
        LokiFailures.check(answer, client.address());
        try (JsonParser json = Json.FACTORY.createParser(answer.body())) {
            return reader.read(json);
        } catch (LokiError e) {
            throw new RejectedException(client.address(), e.getOriginalMessage(), null, e);
        }
    }

    /** Reads the JSON of a 200; the parser stands before the first token. */
    @FunctionalInterface
    interface Reader<T> {
        T read(JsonParser json) throws IOException;
    }
}
