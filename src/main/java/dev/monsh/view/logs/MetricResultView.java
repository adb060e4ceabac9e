package dev.monsh.view.logs;

import dev.monsh.logs.MetricResult;
import dev.monsh.metrics.ResultHandler;
import dev.monsh.metrics.ResultType;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.Timestamps;
import dev.monsh.view.query.AnswerWriter;
import dev.monsh.view.query.DataObjectWriter;
import dev.monsh.view.query.QueryView;
import dev.monsh.view.query.SampleWriter;
import dev.monsh.view.query.TimeSpan;
import java.math.BigDecimal;
import java.util.Optional;

/** How numbers that LogQL gave look: all the forms of a query are theirs, too. */
public final class MetricResultView {

    private final Console console;

    public MetricResultView(Console console) {
        this.console = console;
    }

    /**
     * Writes the numbers in a form.
     *
     * @param asked the range that was asked for; its end is the time of a scalar, for which Loki's own is none
     */
    public void print(MetricResult result, TimeSpan asked, OutputFormat format) {
        Numbers numbers = new Numbers(result, asked.end());
        Optional<TimeSpan> span = Optional.of(asked).filter(_ -> result.type() == MetricResult.Type.MATRIX);
        try (AnswerWriter writer = new QueryView(console).writer(format, span)) {
            switch (writer) {
                case SampleWriter samples -> numbers.handTo(samples);
                case DataObjectWriter _ -> numbers.writeTo(new JsonWriter(console.out()));
            }
            writer.finish();
        }
    }

    private record Numbers(MetricResult result, long askedMillis) {
        void handTo(ResultHandler handler) {
            handler.begin(ResultType.valueOf(result.type().name()));
            for (MetricResult.Series series : result.series()) {
                handler.series(series.labels());
                for (MetricResult.Sample sample : series.samples()) {
                    handler.sample(millis(sample), sample.value());
                }
                handler.endOfSeries();
            }
        }

        void writeTo(JsonWriter json) {
            json.beginObject().member("resultType", result.type().apiName()).name("result");
            if (result.type() == MetricResult.Type.SCALAR) {
                result.series().forEach(series -> sample(json, series.samples().getFirst()));
            } else {
                json.beginArray();
                result.series().forEach(series -> series(json, series));
                json.endArray();
            }
            json.endObject();
        }

        private void series(JsonWriter json, MetricResult.Series series) {
            json.beginObject().name("metric").strings(series.labels().values());
            if (result.type() == MetricResult.Type.VECTOR) {
                json.name("value");
                sample(json, series.samples().getFirst());
            } else {
                json.name("values").beginArray();
                series.samples().forEach(sample -> sample(json, sample));
                json.endArray();
            }
            json.endObject();
        }

        private void sample(JsonWriter json, MetricResult.Sample sample) {
            boolean scalar = result.type() == MetricResult.Type.SCALAR;
            String time = scalar ? Timestamps.unixSeconds(askedMillis) : sample.time();
            json.beginArray().literal(time).value(sample.value()).endArray();
        }

        private long millis(MetricResult.Sample sample) {
            return result.type() == MetricResult.Type.SCALAR
                    ? askedMillis
                    : new BigDecimal(sample.time()).movePointRight(3).longValue();
        }
    }
}
