package dev.monsh.view.query;

import dev.monsh.metrics.Labels;
import dev.monsh.metrics.QueryResult;
import dev.monsh.metrics.QueryResult.Sample;
import dev.monsh.metrics.QueryResult.Series;
import dev.monsh.metrics.ResultType;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.Table;
import dev.monsh.terminal.Table.Cell;
import dev.monsh.view.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** An answer as a table for people: a column a label, the time of each sample where it differs, the value. */
final class QueryResultTable {

    private final QueryResult result;
    private final List<String> names;
    private final boolean times;

    QueryResultTable(QueryResult result) {
        this.result = result;
        this.times = result.type() == ResultType.MATRIX;
        TreeSet<String> all = new TreeSet<>();
        result.series().forEach(series -> all.addAll(series.labels().values().keySet()));
        this.names = new ArrayList<>();
        if (all.remove(Labels.NAME)) {
            names.add(Labels.NAME);
        }
        names.addAll(all);
    }

    Table table() {
        Table.Builder table = Table.builder();
        for (String name : names) {
            table.left(name.equals(Labels.NAME) ? "metric" : name);
        }
        if (times) {
            table.left("time");
        }
        boolean histograms = result.series().stream()
                .flatMap(series -> series.samples().stream())
                .anyMatch(Sample.Histogram.class::isInstance);
        if (histograms) {
            table.left("value");
        } else {
            table.right("value");
        }
        for (Series series : result.series()) {
            for (Sample sample : series.samples()) {
                table.cells(row(series, sample));
            }
        }
        return table.build();
    }

    private List<Cell> row(Series series, Sample sample) {
        List<Cell> cells = new ArrayList<>(names.size() + 2);
        for (String name : names) {
            cells.add(Table.cell(series.labels().get(name), name.equals(Labels.NAME) ? Style.ACCENT : Style.PLAIN));
        }
        if (times) {
            cells.add(Table.cell(Timestamps.local(sample.millis()), Style.FAINT));
        }
        cells.add(Table.cell(sample.text(), Style.PLAIN));
        return cells;
    }
}
