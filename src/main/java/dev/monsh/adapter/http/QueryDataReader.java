package dev.monsh.adapter.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.monsh.metrics.Labels;
import dev.monsh.metrics.NativeHistogram;
import dev.monsh.metrics.ResultHandler;
import dev.monsh.metrics.ResultType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the {@code data} of a query, {@code {"resultType":…,"result":…}}, and hands it on series by series. Loki answers
 * metric queries in the same shape.
 */
final class QueryDataReader implements Envelope.DataReader {

    private final ResultHandler handler;

    QueryDataReader(ResultHandler handler) {
        this.handler = handler;
    }

    @Override
    public void read(JsonParser parser) throws IOException {
        ResultType type = ResultType.VECTOR;
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
            throw new com.fasterxml.jackson.core.JsonParseException(parser, "unknown result type " + name, e);
        }
    }

    private void result(JsonParser parser, ResultType type) throws IOException {
        handler.begin(type);
        if (type == ResultType.SCALAR || type == ResultType.STRING) {
            handler.series(new Labels(new TreeMap<>()));
            sample(parser);
            handler.endOfSeries();
            return;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Envelope.expectMore(parser);
            series(parser);
        }
    }

    /** Prometheus writes the labels first, so that samples can be handed on as they come. */
    private void series(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "metric" -> handler.series(labels(parser));
                case "value" -> sample(parser);
                case "values" -> {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        Envelope.expectMore(parser);
                        sample(parser);
                    }
                }
                case "histogram" -> histogramSample(parser);
                case "histograms" -> {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        Envelope.expectMore(parser);
                        histogramSample(parser);
                    }
                }
                default -> parser.skipChildren();
            }
        }
        Envelope.expectMore(parser);
        handler.endOfSeries();
    }

    /** Reads an object of strings. */
    static Labels labels(JsonParser parser) throws IOException {
        SortedMap<String, String> labels = new TreeMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            labels.put(name, parser.getText());
        }
        Envelope.expectMore(parser);
        return new Labels(labels);
    }

    private void sample(JsonParser parser) throws IOException {
        long millis = time(parser);
        parser.nextToken();
        handler.sample(millis, parser.getText());
        end(parser);
    }

    private void histogramSample(JsonParser parser) throws IOException {
        long millis = time(parser);
        parser.nextToken();
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
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            int rule = parser.nextIntValue(0);
            into.add(new NativeHistogram.Bucket(
                    rule, parser.nextTextValue(), parser.nextTextValue(), parser.nextTextValue()));
            end(parser);
        }
        Envelope.expectMore(parser);
    }

    /** Reads the array's start and the Unix seconds behind it. */
    private static long time(JsonParser parser) throws IOException {
        parser.nextToken();
        return millis(parser.getText());
    }

    /** Turns Unix seconds with at most three digits behind the point into milliseconds, without a double in between. */
    static long millis(String seconds) {
        int point = seconds.indexOf('.');
        if (point < 0) {
            return Long.parseLong(seconds) * 1000;
        }
        if (seconds.indexOf('e') >= 0 || seconds.indexOf('E') >= 0) {
            return Math.round(Double.parseDouble(seconds) * 1000);
        }
        String fraction = (seconds.substring(point + 1) + "000").substring(0, 3);
        long whole = Long.parseLong(seconds.substring(0, point)) * 1000;
        return seconds.charAt(0) == '-' ? whole - Long.parseLong(fraction) : whole + Long.parseLong(fraction);
    }

    private static void end(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Envelope.expectMore(parser);
        }
    }
}
