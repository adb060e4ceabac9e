package dev.monsh.view;

import dev.monsh.metrics.Labels;
import dev.monsh.metrics.NativeHistogram;
import dev.monsh.metrics.ResultHandler;
import dev.monsh.metrics.ResultType;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Delimited;
import dev.monsh.terminal.Output;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Writes an answer as rows of one sample: a column a label in the order of their names with the metric's name first, then
 * the time, then the value. Which labels there are is known only at the end, so samples wait in a spool, and memory holds
 * no more than the labels.
 */
public final class DelimitedResultWriter implements ResultHandler, AutoCloseable {

    private static final int MEGABYTES_IN_MEMORY = 16;

    private final Delimited form;
    private final boolean header;
    private final Console console;
    private final Spool spool = new Spool(MEGABYTES_IN_MEMORY);
    private final List<Labels> series = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private final Timestamps timestamps = new Timestamps();
    private final StringBuilder row = new StringBuilder();
    private int count;

    public DelimitedResultWriter(Delimited form, boolean header, Console console) {
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
        row.append(form.separator()).append(encoded(value)).append('\n');
        spool.ascii(row);
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

    /** Writes everything. Returns whether there was a sample. */
    public boolean finish() {
        List<String> names = labelNames();
        Output out = console.out();
        if (header) {
            List<String> cells = new ArrayList<>(names);
            cells.add("timestamp");
            cells.add("value");
            form.row(out, cells.stream().map(console::clean).toList());
        }
        try (InputStream rows = new BufferedInputStream(spool.read(), 1 << 16)) {
            for (int i = 0; i < counts.size(); i++) {
                byte[] prefix = prefix(names, series.get(i));
                copyRows(rows, counts.get(i), prefix, out);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the spool can't be read back", e);
        }
        return counts.stream().anyMatch(samples -> samples > 0);
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output cells = new Output(bytes);
        for (String name : names) {
            form.cell(cells, console.clean(labels.get(name)));
            cells.write(form.separator());
        }
        cells.flush();
        return bytes.toByteArray();
    }

    private static void copyRows(InputStream rows, int howMany, byte[] prefix, Output out) throws IOException {
        byte[] line = new byte[256];
        for (int i = 0; i < howMany; i++) {
            out.bytes(prefix);
            int length = 0;
            int c;
            do {
                c = rows.read();
                if (length == line.length) {
                    line = java.util.Arrays.copyOf(line, length * 2);
                }
                line[length++] = (byte) c;
            } while (c != '\n');
            out.bytes(line, 0, length);
        }
    }

    /** A value is ASCII but for string results, whose characters beyond it are kept as UTF-8 bytes. */
    private String encoded(String value) {
        boolean plain = true;
        for (int i = 0; i < value.length() && plain; i++) {
            char c = value.charAt(i);
            plain = c > ' ' && c < 0x7f && c != ',' && c != '"' && c != '\\';
        }
        if (plain) {
            return value;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output cell = new Output(bytes);
        // a line end inside a quoted CSV cell would end the row in the spool
        form.cell(cell, form == Delimited.CSV ? console.clean(value).replace("\n", "\\n") : console.clean(value));
        cell.flush();
        return bytes.toString(java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
