package dev.monsh.view;

import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.Style;
import dev.monsh.terminal.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Collects the columns of a list, each defined once for the table, TSV, CSV and JSON: first its kind, then what differs
 * from the usual. A column's name in JSON is its heading with underscores, unless {@link #json(String)} says otherwise.
 *
 * @param <T> the values of the list
 */
public final class Columns<T> {

    private final List<Column<T>> columns = new ArrayList<>();
    private List<String> firstInJson = List.of();

    /** Starts with none. */
    public static <T> Columns<T> of() {
        return new Columns<>();
    }

    private Columns() {}

    /** Adds a column of text. */
    public Columns<T> text(String name, Function<T, String> text) {
        return add(name, text, json(name, (json, value) -> json.value(text.apply(value))));
    }

    /** Adds a column of text that may be missing: an empty cell, and {@code null} in JSON. */
    public Columns<T> optional(String name, Function<T, Optional<String>> text) {
        return add(
                name,
                value -> text.apply(value).orElse(""),
                json(name, (json, value) -> text.apply(value).ifPresentOrElse(json::value, json::nullValue)));
    }

    /** Adds a column of several texts: an array in JSON, else one text with something between them. */
    public Columns<T> texts(String name, String between, Function<T, List<String>> texts) {
        return add(
                name,
                value -> String.join(between, texts.apply(value)),
                json(name, (json, value) -> json.strings(texts.apply(value))));
    }

    /** Adds a column of whole numbers, aligned on the right. */
    public Columns<T> number(String name, ToLongFunction<T> number) {
        return add(
                        name,
                        value -> Long.toString(number.applyAsLong(value)),
                        json(name, (json, value) -> json.value(number.applyAsLong(value))))
                .right();
    }

    /** Adds a column of {@code yes} and {@code no}, the former being the good one. */
    public Columns<T> truth(String name, Predicate<T> truth) {
        return add(
                        name,
                        value -> truth.test(value) ? "yes" : "no",
                        json(name, (json, value) -> json.value(truth.test(value))))
                .style(value -> truth.test(value) ? Style.GOOD : Style.WARNING);
    }

    /** Adds a column of points in time: RFC 3339 in UTC, for people how far that is from now. */
    public Columns<T> time(String name, Instant now, Function<T, Optional<Instant>> time) {
        return add(
                        name,
                        value -> time.apply(value).map(Instant::toString).orElse(""),
                        json(
                                name,
                                (json, value) -> time.apply(value)
                                        .map(Instant::toString)
                                        .ifPresentOrElse(json::value, json::nullValue)))
                .readable(value ->
                        time.apply(value).map(each -> UnitText.age(each, now)).orElse(""));
    }

    /** Adds a member of the JSON object that no table has. */
    public Columns<T> member(String name, BiConsumer<JsonWriter, T> writer) {
        return members(name, (json, value) -> writer.accept(json.name(name), value));
    }

    /** Adds a string to the JSON object that no table has. */
    public Columns<T> member(String name, Function<T, String> text) {
        return members(name, (json, value) -> json.member(name, text.apply(value)));
    }

    /** Adds members of the JSON object, with their names, that no table has and that may be left out. */
    public Columns<T> members(BiConsumer<JsonWriter, T> writer) {
        return members("", writer);
    }

    private Columns<T> members(String key, BiConsumer<JsonWriter, T> writer) {
        columns.add(new Column<>(Table.Column.of(""), key, false, _ -> "", _ -> "", _ -> Style.PLAIN, writer));
        return this;
    }

    /** Names the last column differently in JSON; its value stays a string. */
    public Columns<T> json(String name) {
        Function<T, String> text = columns.getLast().exact();
        columns.add(columns.removeLast().inJson(name, json(name, (json, value) -> json.value(text.apply(value)))));
        return this;
    }

    /** Writes the last column as another member, name and value. */
    public Columns<T> json(BiConsumer<JsonWriter, T> member) {
        Column<T> last = columns.removeLast();
        columns.add(last.inJson(last.key(), member));
        return this;
    }

    /** Leaves the last column out of JSON, where others say the same. */
    public Columns<T> notInJson() {
        return json((_, _) -> {});
    }

    /** Shows people another text of the last column. */
    public Columns<T> readable(Function<T, String> text) {
        columns.add(columns.removeLast().readAs(text));
        return this;
    }

    /** Shows people a dash where the last column has nothing. */
    public Columns<T> dashed() {
        Function<T, String> text = columns.getLast().readable();
        return readable(value -> text.apply(value).isEmpty() ? "-" : text.apply(value));
    }

    public Columns<T> style(Style style) {
        return style(_ -> style);
    }

    public Columns<T> style(Function<T, Style> style) {
        columns.add(columns.removeLast().styled(style));
        return this;
    }

    /** Aligns the last column on the right. */
    public Columns<T> right() {
        return layout(layout().alignedRight());
    }

    /** Lets the last column be cut to a width when the table would not fit. */
    public Columns<T> cut(int atLeast) {
        return layout(layout().cutTo(atLeast));
    }

    /** Lets the last column continue on further lines of at least a width when the table would not fit. */
    public Columns<T> wrapped(int atLeast) {
        return layout(layout().wrappedTo(atLeast));
    }

    /** Writes the last column once above the table where all rows have the same in it. */
    public Columns<T> shared() {
        return layout(layout().writtenOnce());
    }

    /** Lets the last column be left out where the terminal is too narrow, before any that is worth more. */
    public Columns<T> worth(int worth) {
        return layout(layout().worth(worth));
    }

    /** Puts these members first in JSON, in this order, where it differs from that of the table; the rest follows. */
    public Columns<T> jsonOrder(String... keys) {
        firstInJson = List.of(keys);
        return this;
    }

    /** Returns the view of these columns, whose values are objects in JSON. */
    public ResultView<T> view() {
        List<Column<T>> all = columns.stream()
                .sorted(Comparator.comparingInt(column -> {
                    int place = firstInJson.indexOf(column.key());
                    return place < 0 ? firstInJson.size() : place;
                }))
                .toList();
        return new ResultView<>(List.copyOf(columns), (json, value) -> {
            json.beginObject();
            all.forEach(column -> column.member().accept(json, value));
            json.endObject();
        });
    }

    /** Returns the view of these columns, whose values are something else than objects in JSON. */
    public ResultView<T> view(BiConsumer<JsonWriter, T> json) {
        return new ResultView<>(List.copyOf(columns), json);
    }

    private Columns<T> add(String name, Function<T, String> exact, BiConsumer<JsonWriter, T> member) {
        columns.add(new Column<>(Table.Column.of(name), key(name), true, exact, exact, _ -> Style.PLAIN, member));
        return this;
    }

    private static <T> BiConsumer<JsonWriter, T> json(String name, BiConsumer<JsonWriter, T> writer) {
        String key = key(name);
        return (json, value) -> writer.accept(json.name(key), value);
    }

    private static String key(String name) {
        return name.replace(' ', '_');
    }

    private Table.Column layout() {
        return columns.getLast().layout();
    }

    private Columns<T> layout(Table.Column layout) {
        columns.add(columns.removeLast().laidOut(layout));
        return this;
    }
}
