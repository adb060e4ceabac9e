package dev.monsh.view.logs;

import dev.monsh.logs.MetricResult;
import dev.monsh.metrics.Labels;
import dev.monsh.metrics.Notices;
import dev.monsh.metrics.ResultHandler;
import dev.monsh.metrics.ResultType;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.Output;
import dev.monsh.view.Timestamps;
import dev.monsh.view.query.QueryAnswer;
import dev.monsh.view.query.TimeSpan;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Numbers that LogQL gave, handed on as an answer of Prometheus: all the forms of a query are theirs, too. */
public final class LogMetricAnswer implements QueryAnswer {

    private static final Notices NONE = new Notices(List.of(), List.of());

    private final MetricResult result;
    private final TimeSpan asked;

    /**
     * Takes the numbers.
     *
     * @param asked the range that was asked for; its end is the time of a scalar, for which Loki's own is none
     */
    public LogMetricAnswer(MetricResult result, TimeSpan asked) {
        this.result = result;
        this.asked = asked;
    }

    @Override
    public Optional<TimeSpan> span() {
        return result.type() == MetricResult.Type.MATRIX ? Optional.of(asked) : Optional.empty();
    }

    @Override
    public Notices handTo(ResultHandler handler) {
        handler.begin(ResultType.valueOf(result.type().name()));
        for (MetricResult.Series series : result.series()) {
            handler.series(Labels.of(series.labels().asMap()));
            for (MetricResult.Sample sample : series.samples()) {
                handler.sample(millis(sample), sample.value());
            }
            handler.endOfSeries();
        }
        return NONE;
    }

    @Override
    public Notices copyTo(OutputStream stream) {
        Output out = new Output(stream);
        JsonWriter json = new JsonWriter(out);
        json.beginObject().member("resultType", result.type().apiName()).name("result");
        if (result.type() == MetricResult.Type.SCALAR) {
            result.series().forEach(series -> sample(json, series.samples().getFirst()));
        } else {
            json.beginArray();
            result.series().forEach(series -> series(json, series));
            json.endArray();
        }
        json.endObject();
        out.flush();
        return NONE;
    }

    private void series(JsonWriter json, MetricResult.Series series) {
        json.beginObject().name("metric").strings(series.labels().asMap());
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
        String time = scalar ? Timestamps.unixSeconds(asked.end()) : sample.time();
        json.beginArray().literal(time).value(sample.value()).endArray();
    }

    private long millis(MetricResult.Sample sample) {
        return result.type() == MetricResult.Type.SCALAR
                ? asked.end()
                : new BigDecimal(sample.time()).movePointRight(3).longValue();
    }
}
