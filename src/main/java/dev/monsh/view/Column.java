package dev.monsh.view;

import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.Table;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One column of a list in all of its forms.
 *
 * @param layout its name and how it fits a terminal
 * @param key by which {@link Columns#jsonOrder} finds it
 * @param shown whether tables, TSV and CSV have it; JSON may have more than they
 * @param exact the text for scripts
 * @param readable the text for people: rounded, in units, an age instead of a time
 * @param style how it looks on a terminal
 * @param member writes the member, its name as well, into a JSON object; may leave it out
 * @param <T> the values of the list
 */
record Column<T>(
        Table.Column layout,
        String key,
        boolean shown,
        Function<T, String> exact,
        Function<T, String> readable,
        Function<T, Style> style,
        BiConsumer<JsonWriter, T> member) {

    Column<T> laidOut(Table.Column other) {
        return new Column<>(other, key, shown, exact, readable, style, member);
    }

    Column<T> readAs(Function<T, String> text) {
        return new Column<>(layout, key, shown, exact, text, style, member);
    }

    Column<T> styled(Function<T, Style> other) {
        return new Column<>(layout, key, shown, exact, readable, other, member);
    }

    Column<T> inJson(String name, BiConsumer<JsonWriter, T> other) {
        return new Column<>(layout, name, shown, exact, readable, style, other);
    }

    Table.Cell cell(T value, boolean forPeople) {
        return Table.cell((forPeople ? readable : exact).apply(value), style.apply(value));
    }
}
