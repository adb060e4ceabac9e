package dev.monsh.view.logs;

import dev.monsh.labels.Labels;
import dev.monsh.logs.LineTime;
import dev.monsh.logs.LogLine;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Delimited;
import dev.monsh.terminal.Output;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes lines as rows: the time, the labels as a selector, the line. */
final class DelimitedLogWriter implements LogLineWriter {

    /** With parsed labels every line can have labels of its own. */
    private static final int MOST_SELECTORS = 1000;

    private final Console console;
    private final Output out;
    private final Delimited form;
    private final LineTime time;
    private final Map<Labels, String> selectors = new HashMap<>();

    DelimitedLogWriter(Console console, Delimited form, boolean header, LineTime time) {
        this.console = console;
        this.out = console.out();
        this.form = form;
        this.time = time;
        if (header) {
            form.row(out, List.of("timestamp", "labels", "line"));
        }
    }

    @Override
    public void line(LogLine line) {
        out.write(time.exact(line.timestampNanos()));
        out.write(form.separator());
        form.cell(out, console.clean(selector(line.labels())));
        out.write(form.separator());
        form.cell(out, console.clean(line.line()));
        out.write('\n');
    }

    private String selector(Labels labels) {
        String known = selectors.get(labels);
        if (known == null) {
            if (selectors.size() >= MOST_SELECTORS) {
                selectors.clear();
            }
            known = labels.toString();
            selectors.put(labels, known);
        }
        return known;
    }
}
