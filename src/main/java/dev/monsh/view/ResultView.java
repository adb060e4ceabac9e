package dev.monsh.view;

import dev.monsh.terminal.Console;
import dev.monsh.terminal.Delimited;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.Table;
import dev.monsh.terminal.TablePrinter;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Writes a list of values in any form: as a table's rows, or each as a JSON object. {@link Columns} make it.
 *
 * @param <T> the values
 */
public final class ResultView<T> {

    private final List<Column<T>> columns;
    private final BiConsumer<JsonWriter, T> json;

    ResultView(List<Column<T>> columns, BiConsumer<JsonWriter, T> json) {
        this.columns = columns.stream().filter(Column::shown).toList();
        this.json = json;
    }

    /** Writes the values. */
    public void print(Console console, OutputFormat format, List<T> values) {
        switch (format) {
            case JSON -> {
                JsonWriter writer = new JsonWriter(console.out());
                writer.beginArray();
                values.forEach(value -> json.accept(writer, value));
                writer.endArray().newLine();
            }
            case JSONL -> {
                JsonWriter writer = new JsonWriter(console.out());
                for (T value : values) {
                    json.accept(writer, value);
                    writer.newLine();
                }
            }
            case CSV -> {
                Delimited.CSV.row(
                        console.out(),
                        columns.stream().map(column -> column.layout().name()).toList());
                rows(console, Delimited.CSV, values);
            }
            case TSV, RAW -> rows(console, Delimited.TSV, values);
            case TABLE, GRAPH, YAML -> {
                if (!values.isEmpty()) {
                    new TablePrinter(console.out(), console.profile()).print(table(values));
                }
            }
        }
    }

    private Table table(List<T> values) {
        List<Table.Column> layout = columns.stream().map(Column::layout).toList();
        return new Table(
                layout,
                values.stream()
                        .map(value -> columns.stream()
                                .map(column -> column.cell(value, true))
                                .toList())
                        .toList());
    }

    private void rows(Console console, Delimited form, List<T> values) {
        for (T value : values) {
            form.row(
                    console.out(),
                    columns.stream()
                            .map(column -> console.clean(column.exact().apply(value)))
                            .toList());
        }
    }
}
