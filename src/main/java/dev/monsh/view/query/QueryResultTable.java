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
        Table.Builder table = Table.builder();
        for (String name : names) {
            table.shared(name.equals(Labels.NAME) ? "metric" : name);
            if (names.size() > 1) {
                table.worth(worth(name));
            }
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
        List<String> values = exact
                ? result.series().stream()
                        .flatMap(series -> series.samples().stream())
                        .map(Sample::text)
                        .toList()
                : ReadableValues.of(result);
        int next = 0;
        for (Series series : result.series()) {
            for (Sample sample : series.samples()) {
                table.cells(row(series, sample, values.get(next++)));
            }
        }
        return table.build();
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
