package dev.monsh.view.stack;

import dev.monsh.stack.engine.OutputLine;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Delimited;
import dev.monsh.terminal.JsonWriter;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.terminal.Style;
import dev.monsh.view.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes what services print: on a terminal with the local time and the service in a colour of its own. */
public final class OutputLineWriter {

    private final Console console;
    private final OutputFormat format;
    private final List<String> services;
    private final int width;

    /** Takes the names of all services that lines can come from. */
    public OutputLineWriter(Console console, OutputFormat format, List<String> services) {
        this.console = console;
        this.format = format;
        this.services = List.copyOf(services);
        this.width = services.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Writes a line. */
    public void line(OutputLine line) {
        switch (format) {
            case JSON, JSONL -> json(line);
            case TSV, CSV ->
                Delimited.TSV.row(
                        console.out(), List.of(time(line.time()), line.service(), console.clean(line.text())));
            case RAW -> console.out().append(console.clean(line.text())).append('\n');
            case TABLE, GRAPH, YAML -> human(line);
        }
    }

    private void json(OutputLine line) {
        JsonWriter json = new JsonWriter(console.out());
        json.beginObject();
        json.name("timestamp");
        line.time().ifPresentOrElse(time -> json.value(time.toString()), json::nullValue);
        json.member("service", line.service()).member("line", line.text()).endObject();
        json.newLine();
    }

    private void human(OutputLine line) {
        String name =
                line.service() + " ".repeat(Math.max(0, width - line.service().length()));
        String when = line.time()
                .map(time -> Timestamps.local(time.toEpochMilli()).substring("yyyy-MM-dd ".length()) + " ")
                .orElse("");
        console.out()
                .append(console.theme().paint(Style.FAINT, when))
                .append(console.theme().series(services.indexOf(line.service()), name))
                .append(" | ")
                .append(console.clean(line.text()))
                .append('\n');
    }

    private static String time(Optional<Instant> time) {
        return time.map(Instant::toString).orElse("");
    }
}
