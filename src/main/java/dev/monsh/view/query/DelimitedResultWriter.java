package dev.monsh.view.query;

import dev.monsh.labels.Labels;
import dev.monsh.metrics.NativeHistogram;
import dev.monsh.metrics.ResultType;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Delimited;
import dev.monsh.terminal.Output;
import dev.monsh.terminal.Spool;
import dev.monsh.view.Timestamps;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntSupplier;

/**
 * Writes an answer as rows of one sample: a column a label in the order of their names with the metric's name first, then
 * the time, then the value. Which labels there are is known only at the end, so samples wait in a spool, and memory holds
 * no more than the labels.
 */
public final class DelimitedResultWriter implements SampleWriter {

    private static final int MEGABYTES_IN_MEMORY = 16;

    /** Ends a row in the spool: a byte that UTF-8 has not, since a cell of CSV may hold line feeds. */
    private static final char END_OF_ROW = 0xff;

    private final Delimited form;
    private final boolean header;
    private final Console console;
    private final Spool spool;
    private final ByteArrayOutputStream cellBytes = new ByteArrayOutputStream();
    private final Output cells = new Output(cellBytes);
    private final List<Labels> series = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private final Timestamps timestamps = new Timestamps();
    private final StringBuilder row = new StringBuilder();
    private int count;

    public DelimitedResultWriter(Delimited form, boolean header, Console console) {
        this(form, header, console, new Spool(MEGABYTES_IN_MEMORY));
    }

    DelimitedResultWriter(Delimited form, boolean header, Console console, Spool spool) {
        this.spool = spool;
        this.form = form;
        this.header = header;
        this.console = console;
    }

    @Override
    public void begin(ResultType type) {}

    @Override
    public void series(Labels labels) {
        series.add(labels);
        count = 0;
    }

    @Override
    public void sample(long millis, String value) {
        row.setLength(0);
        timestamps.append(row, millis);
        row.append(form.separator()).append(encoded(value)).append(END_OF_ROW);
        spool.bytes(row);
        count++;
    }

    @Override
    public void histogram(long millis, NativeHistogram histogram) {
        sample(millis, histogram.text());
    }

    @Override
    public void endOfSeries() {
        counts.add(count);
    }

    /** Writes everything. */
    @Override
    public void finish() {
        List<String> names = labelNames();
        Output out = console.out();
        if (header) {
            List<String> cells = new ArrayList<>(names);
            cells.add("timestamp");
            cells.add("value");
            form.row(out, cells.stream().map(console::clean).toList());
        }
        IntSupplier rows = spool.read();
        for (int i = 0; i < counts.size(); i++) {
            copyRows(rows, counts.get(i), prefix(names, series.get(i)), out);
        }
    }

    @Override
    public void close() {
        spool.close();
    }

    private List<String> labelNames() {
        TreeSet<String> names = new TreeSet<>();
        series.forEach(labels -> names.addAll(labels.values().keySet()));
        List<String> ordered = new ArrayList<>();
        if (names.remove(Labels.NAME)) {
            ordered.add(Labels.NAME);
        }
        ordered.addAll(names);
        return ordered;
    }

    private byte[] prefix(List<String> names, Labels labels) {
        cellBytes.reset();
        for (String name : names) {
            form.cell(cells, console.clean(labels.get(name)));
            cells.write(form.separator());
        }
        cells.flush();
        return cellBytes.toByteArray();
    }

    private static void copyRows(IntSupplier rows, int howMany, byte[] prefix, Output out) {
        byte[] line = new byte[256];
        for (int i = 0; i < howMany; i++) {
            out.bytes(prefix);
            int length = 0;
            for (int c = rows.getAsInt(); c != END_OF_ROW; c = rows.getAsInt()) {
                if (length == line.length) {
                    line = Arrays.copyOf(line, length * 2);
                }
                line[length++] = (byte) c;
            }
            out.bytes(line, 0, length);
            out.write('\n');
        }
    }

    /** A value is ASCII but for string results; a character is then one byte of their UTF-8. */
    private String encoded(String value) {
        boolean plain = true;
        for (int i = 0; i < value.length() && plain; i++) {
            char c = value.charAt(i);
            plain = c > ' ' && c < 0x7f && c != ',' && c != '"' && c != '\\';
        }
        if (plain) {
            return value;
        }
        cellBytes.reset();
        form.cell(cells, console.clean(value));
        cells.flush();
        return cellBytes.toString(StandardCharsets.ISO_8859_1);
    }
}
