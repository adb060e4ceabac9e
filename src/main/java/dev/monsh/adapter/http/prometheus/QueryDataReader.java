package dev.monsh.adapter.http.prometheus;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.monsh.adapter.http.client.Envelope;
import dev.monsh.adapter.http.client.SampleText;
import dev.monsh.labels.Labels;
import dev.monsh.metrics.NativeHistogram;
import dev.monsh.metrics.ResultHandler;
import dev.monsh.metrics.ResultType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code data} of a query, {@code {"resultType":…,"result":…}}, and hands it on series by series. Loki answers
 * metric queries in the same shape.
 */
public final class QueryDataReader implements Envelope.DataReader {

    private static final Set<String> SAMPLES = Set.of("value", "values", "histogram", "histograms");

    /** As many characters as cannot overflow a long of milliseconds. */
    private static final int MOST_EXACT_DIGITS = 15;

    private final ResultHandler handler;
    private boolean series;

    public QueryDataReader(ResultHandler handler) {
        this.handler = handler;
    }

    /** Tells whether the answer, which has been read, had no series. */
    public boolean sawNoSeries() {
        return !series;
    }

    @Override
    public void read(JsonParser parser) throws IOException {
        Envelope.expect(parser, JsonToken.START_OBJECT, "data");
        ResultType type = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "resultType" -> type = type(parser);
                case "result" -> result(parser, type);
                default -> parser.skipChildren();
            }
        }
        Envelope.expectMore(parser);
    }

    private static ResultType type(JsonParser parser) throws IOException {
        String name = parser.getText();
        try {
            return ResultType.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new JsonParseException(parser, "unknown result type " + name, e);
        }
    }

    private void result(JsonParser parser, @Nullable ResultType type) throws IOException {
        if (type == null) {
            throw new JsonParseException(parser, "the result comes before its type");
        }
        handler.begin(type);
        if (type == ResultType.SCALAR || type == ResultType.STRING) {
            series = true;
            handler.series(Labels.none());
            sample(parser, type == ResultType.SCALAR);
            handler.endOfSeries();
            return;
        }
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        each(parser, "the result", () -> series(parser));
    }

    /** Reads an array, the parser standing on each element in turn. */
    private static void each(JsonParser parser, String what, ElementReader element) throws IOException {
        Envelope.expect(parser, JsonToken.START_ARRAY, what);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Envelope.expectMore(parser);
            element.read();
        }
    }

    @FunctionalInterface
    private interface ElementReader {
        void read() throws IOException;
    }

    /** Prometheus writes the labels first, so that samples can be handed on as they come. */
    private void series(JsonParser parser) throws IOException {
        Envelope.expect(parser, JsonToken.START_OBJECT, "a series");
        boolean named = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("metric")) {
                handler.series(labels(parser));
                series = true;
                named = true;
            } else if (SAMPLES.contains(name)) {
                if (!named) {
                    throw new JsonParseException(parser, "the samples of a series come before its labels");
                }
                samples(parser, name);
            } else {
                parser.skipChildren();
            }
        }
        Envelope.expectMore(parser);
        if (named) {
            handler.endOfSeries();
        }
    }

    private void samples(JsonParser parser, String name) throws IOException {
        switch (name) {
            case "value" -> sample(parser, true);
            case "values" -> each(parser, name, () -> sample(parser, true));
            case "histogram" -> histogramSample(parser);
            default -> each(parser, name, () -> histogramSample(parser));
        }
    }

    /** Reads an object of strings. */
    static Labels labels(JsonParser parser) throws IOException {
        Envelope.expect(parser, JsonToken.START_OBJECT, "a series' labels");
        SortedMap<String, String> labels = new TreeMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Envelope.expect(parser, JsonToken.VALUE_STRING, "label " + name);
            labels.put(name, parser.getText());
        }
        Envelope.expectMore(parser);
        return Labels.of(labels);
    }

    /** Only the one value of a string expression is no number. */
    private void sample(JsonParser parser, boolean number) throws IOException {
        long millis = time(parser);
        parser.nextToken();
        Envelope.expect(parser, JsonToken.VALUE_STRING, "a sample's value");
        handler.sample(millis, number ? SampleText.value(parser) : parser.getText());
        end(parser);
    }

    private void histogramSample(JsonParser parser) throws IOException {
        long millis = time(parser);
        parser.nextToken();
        Envelope.expect(parser, JsonToken.START_OBJECT, "a histogram");
        String count = "";
        String sum = "";
        List<NativeHistogram.Bucket> buckets = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "count" -> count = parser.getText();
                case "sum" -> sum = parser.getText();
                case "buckets" -> buckets(parser, buckets);
                default -> parser.skipChildren();
            }
        }
        handler.histogram(millis, new NativeHistogram(count, sum, buckets));
        end(parser);
    }

    private static void buckets(JsonParser parser, List<NativeHistogram.Bucket> into) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        each(parser, "buckets", () -> {
            Envelope.expect(parser, JsonToken.START_ARRAY, "a bucket");
            int rule = parser.nextIntValue(0);
            into.add(new NativeHistogram.Bucket(rule, nextText(parser), nextText(parser), nextText(parser)));
            end(parser);
        });
    }

    private static String nextText(JsonParser parser) throws IOException {
        parser.nextToken();
        Envelope.expect(parser, JsonToken.VALUE_STRING, "a bucket");
        return parser.getText();
    }

    /** Reads the array's start and the Unix seconds behind it. */
    private static long time(JsonParser parser) throws IOException {
        Envelope.expect(parser, JsonToken.START_ARRAY, "a sample");
        parser.nextToken();
        return millis(SampleText.time(parser));
    }

    /** Turns Unix seconds with at most three digits behind the point into milliseconds, without a double in between. */
    public static long millis(String seconds) {
        if (seconds.indexOf('e') >= 0 || seconds.indexOf('E') >= 0 || seconds.length() > MOST_EXACT_DIGITS) {
            return Math.round(Double.parseDouble(seconds) * 1000);
        }
        int point = seconds.indexOf('.');
        if (point < 0) {
            return Long.parseLong(seconds) * 1000;
        }
        String fraction = (seconds.substring(point + 1) + "000").substring(0, 3);
        long whole = Long.parseLong(seconds.substring(0, point)) * 1000;
        return seconds.charAt(0) == '-' ? whole - Long.parseLong(fraction) : whole + Long.parseLong(fraction);
    }

    private static void end(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Envelope.expectMore(parser);
            parser.skipChildren();
        }
    }
}
