package dev.monsh.view.logs;

import dev.monsh.labels.Labels;
import dev.monsh.logs.LogSource.DetectedField;
import dev.monsh.logs.LogSource.StreamStats;
import dev.monsh.logs.LogSource.Volume;
import dev.monsh.metrics.QueryResult;
import dev.monsh.metrics.ResultType;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Style;
import dev.monsh.view.Columns;
import dev.monsh.view.ResultView;
import dev.monsh.view.UnitText;
import dev.monsh.view.query.BarView;
import java.util.List;

/** How the lists of what Loki holds look. */
public final class LogsViews {

    private LogsViews() {}

    /** Names or values, one a row. */
    public static ResultView<String> names(String column) {
        return Columns.<String>of().text(column, text -> text).view((json, text) -> json.value(text));
    }

    /** Streams, each as its selector; in JSON as an object of its labels. */
    public static ResultView<Labels> series() {
        return Columns.<Labels>of()
                .text("stream", Labels::toString)
                .wrapped(20)
                .view((json, labels) -> json.strings(labels.values()));
    }

    public static ResultView<StreamStats> stats() {
        return Columns.<StreamStats>of()
                .number("streams", StreamStats::streams)
                .number("chunks", StreamStats::chunks)
                .number("bytes", StreamStats::bytes)
                .readable(stats -> UnitText.bytes((double) stats.bytes()))
                .number("entries", StreamStats::entries)
                .view();
    }

    /** Bytes of label sets. */
    public static ResultView<Volume> volume() {
        return Columns.<Volume>of()
                .text("labels", volume -> volume.labels().toString())
                .json((json, volume) ->
                        json.name("labels").strings(volume.labels().values()))
                .wrapped(20)
                .number("bytes", Volume::bytes)
                .readable(volume -> UnitText.bytes((double) volume.bytes()))
                .view();
    }

    /** Draws the bytes of label sets as bars. */
    public static void volumeBars(Console console, List<Volume> volumes) {
        QueryResult.Collector collector = new QueryResult.Collector();
        collector.begin(ResultType.VECTOR);
        for (Volume volume : volumes) {
            collector.series(volume.labels());
            collector.sample(0, Long.toString(volume.bytes()));
            collector.endOfSeries();
        }
        new BarView(console.out(), console.profile()).print(collector.result());
    }

    public static ResultView<DetectedField> fields() {
        return Columns.<DetectedField>of()
                .text("field", DetectedField::name)
                .style(Style.ACCENT)
                .text("type", DetectedField::type)
                .number("values", DetectedField::cardinality)
                .texts("parsers", ", ", DetectedField::parsers)
                .style(Style.FAINT)
                .cut(8)
                .view();
    }
}
