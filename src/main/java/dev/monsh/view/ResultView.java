package dev.monsh.view;

import dev.monsh.terminal.Console;
import dev.monsh.terminal.Delimited;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.Table;
import dev.monsh.terminal.TablePrinter;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes a list of values in any form: as a table's rows, or each as a JSON object.
 *
 * @param <T> the values
 */
public final class ResultView<T> {

    private final Supplier<Table.Builder> columns;
    private final Function<T, List<Table.Cell>> row;
    private final BiConsumer<JsonWriter, T> json;

    /**
     * Takes how values look.
     *
     * @param columns makes a table with its columns and no rows yet
     */
    public ResultView(
            Supplier<Table.Builder> columns, Function<T, List<Table.Cell>> row, BiConsumer<JsonWriter, T> json) {
        this.columns = columns;
        this.row = row;
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
                Table table = table(values);
                Delimited.CSV.row(
                        console.out(),
                        table.columns().stream().map(Table.Column::name).toList());
                rows(console, Delimited.CSV, table);
            }
            case TSV, RAW -> rows(console, Delimited.TSV, table(values));
            case TABLE, GRAPH, YAML -> {
                if (!values.isEmpty()) {
                    new TablePrinter(console.out(), console.profile()).print(table(values));
                }
            }
        }
    }

    private Table table(List<T> values) {
        Table.Builder table = columns.get();
        values.forEach(value -> table.cells(row.apply(value)));
        return table.build();
    }

    private static void rows(Console console, Delimited form, Table table) {
        for (List<Table.Cell> cells : table.rows()) {
            form.row(
                    console.out(),
                    cells.stream().map(cell -> console.clean(cell.text())).toList());
        }
    }
}
