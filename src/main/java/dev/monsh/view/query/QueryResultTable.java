package dev.monsh.view.query;

import dev.monsh.labels.Labels;
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

    /** Below this a shortened label says nothing any more. */
    private static final int LEAST_LABEL_WIDTH = 12;

    private final QueryResult result;
    private final List<String> names;
    private final boolean times;
    private final boolean exact;

    /** Takes an answer, and whether all digits of its values are wanted. */
    QueryResultTable(QueryResult result, boolean exact) {
        this.result = result;
        this.exact = exact;
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
        List<Table.Column> columns = new ArrayList<>();
        for (String name : names) {
            Table.Column column =
                    Table.Column.of(name.equals(Labels.NAME) ? "metric" : name).telling(LEAST_LABEL_WIDTH);
            columns.add(names.size() > 1 ? column.worth(worth(name)) : column);
        }
        if (times) {
            columns.add(Table.Column.of("time"));
        }
        boolean histograms = result.series().stream()
                .flatMap(series -> series.samples().stream())
                .anyMatch(Sample.Histogram.class::isInstance);
        Table.Column last = Table.Column.of("value");
        columns.add(histograms ? last : last.alignedRight());
        return new Table(columns, rows());
    }

    private List<List<Cell>> rows() {
        List<String> values = exact
                ? result.series().stream()
                        .flatMap(series -> series.samples().stream())
                        .map(Sample::text)
                        .toList()
                : ReadableValues.of(result);
        List<List<Cell>> rows = new ArrayList<>();
        int next = 0;
        for (Series series : result.series()) {
            for (Sample sample : series.samples()) {
                rows.add(row(series, sample, values.get(next++)));
            }
        }
        return rows;
    }

    /** Labels that tell more rows apart are worth more; of equals, the earlier one. */
    private int worth(String name) {
        long different = result.series().stream()
                .map(series -> series.labels().get(name))
                .distinct()
                .limit(100_000)
                .count();
        return (int) different * 1000 + Math.max(1, 999 - names.indexOf(name));
    }

    private List<Cell> row(Series series, Sample sample, String value) {
        List<Cell> cells = new ArrayList<>(names.size() + 2);
        for (String name : names) {
            cells.add(Table.cell(series.labels().get(name), name.equals(Labels.NAME) ? Style.ACCENT : Style.PLAIN));
        }
        if (times) {
            cells.add(Table.cell(Timestamps.local(sample.millis()), Style.FAINT));
        }
        cells.add(Table.cell(value, Style.PLAIN));
        return cells;
    }
}
