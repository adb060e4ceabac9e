package dev.monsh.view.logs;

import static dev.monsh.terminal.Table.cell;

import dev.monsh.logs.Labels;
import dev.monsh.logs.LogSource.DetectedField;
import dev.monsh.logs.LogSource.StreamStats;
import dev.monsh.logs.LogSource.Volume;
import dev.monsh.metrics.QueryResult;
import dev.monsh.metrics.ResultType;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.Table;
import dev.monsh.view.ResultView;
import dev.monsh.view.UnitText;
import dev.monsh.view.query.BarView;
import java.util.List;

/** How the lists of what Loki holds look. */
public final class LogsViews {

    private LogsViews() {}

    /** Names or values, one a row. */
    public static ResultView<String> names(String column) {
        return new ResultView<>(
                () -> Table.builder().left(column),
                text -> List.of(cell(text, Style.PLAIN)),
                (json, text) -> json.value(text));
    }

    /** Streams, each as its selector; in JSON as an object of its labels. */
    public static ResultView<Labels> series() {
        return new ResultView<>(
                () -> Table.builder().left("stream"),
                labels -> List.of(cell(labels.toString(), Style.PLAIN)),
                (json, labels) -> json.strings(labels.asMap()));
    }

    public static ResultView<StreamStats> stats() {
        return new ResultView<>(
                () -> Table.builder()
                        .right("streams")
                        .right("chunks")
                        .right("bytes")
                        .right("entries"),
                stats -> List.of(
                        number(stats.streams()),
                        number(stats.chunks()),
                        number(stats.bytes()),
                        number(stats.entries())),
                (json, stats) -> {
                    json.beginObject().name("streams").value(stats.streams());
                    json.name("chunks").value(stats.chunks());
                    json.name("bytes").value(stats.bytes());
                    json.name("entries").value(stats.entries()).endObject();
                });
    }

    /** Bytes of label sets; with a second column for people. */
    public static ResultView<Volume> volume(boolean forPeople) {
        return new ResultView<>(
                () -> forPeople
                        ? Table.builder().left("labels").right("bytes").right("size")
                        : Table.builder().left("labels").right("bytes"),
                volume -> forPeople
                        ? List.of(
                                cell(volume.labels().toString(), Style.PLAIN),
                                number(volume.bytes()),
                                cell(UnitText.bytes((double) volume.bytes()), Style.FAINT))
                        : List.of(cell(volume.labels().toString(), Style.PLAIN), number(volume.bytes())),
                (json, volume) -> {
                    json.beginObject().name("labels").strings(volume.labels().asMap());
                    json.name("bytes").value(volume.bytes()).endObject();
                });
    }

    /** Draws the bytes of label sets as bars. */
    public static void volumeBars(Console console, List<Volume> volumes) {
        QueryResult.Collector collector = new QueryResult.Collector();
        collector.begin(ResultType.VECTOR);
        for (Volume volume : volumes) {
            collector.series(dev.monsh.metrics.Labels.of(volume.labels().asMap()));
            collector.sample(0, Long.toString(volume.bytes()));
            collector.endOfSeries();
        }
        new BarView(console.out(), console.profile()).print(collector.result());
    }

    public static ResultView<DetectedField> fields() {
        return new ResultView<>(
                () -> Table.builder().left("field").left("type").right("values").cut("parsers", 8),
                field -> List.of(
                        cell(field.name(), Style.ACCENT),
                        cell(field.type(), Style.PLAIN),
                        number(field.cardinality()),
                        cell(String.join(", ", field.parsers()), Style.FAINT)),
                (json, field) -> {
                    json.beginObject().member("field", field.name()).member("type", field.type());
                    json.name("values").value(field.cardinality());
                    json.name("parsers").strings(field.parsers()).endObject();
                });
    }

    private static Table.Cell number(long number) {
        return cell(Long.toString(number), Style.PLAIN);
    }
}
