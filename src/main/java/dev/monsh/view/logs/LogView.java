package dev.monsh.view.logs;

import dev.monsh.logs.LineFilter;
import dev.monsh.logs.LineTime;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Delimited;
import dev.monsh.terminal.OutputFormat;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** How log lines look. */
public final class LogView {

    private final Console console;
    private final Optional<ZoneId> zone;
    private final Optional<LineFilter.Search> search;

    /**
     * Takes how lines are to look.
     *
     * @param zone whose time is shown; empty for the local one where people read, and UTC where scripts do
     * @param search what is highlighted
     */
    public LogView(Console console, Optional<ZoneId> zone, Optional<LineFilter.Search> search) {
        this.console = console;
        this.zone = zone;
        this.search = search;
    }

    /** Returns a new writer for its form. */
    public LogLineWriter writer(OutputFormat format) {
        return switch (format) {
            case JSON -> new JsonLogWriter(console.out(), true, exact());
            case JSONL -> new JsonLogWriter(console.out(), false, exact());
            case TSV -> new DelimitedLogWriter(console, Delimited.TSV, false, exact());
            case CSV -> new DelimitedLogWriter(console, Delimited.CSV, true, exact());
            case RAW -> new RawLogWriter(console);
            case TABLE, GRAPH, YAML ->
                new TerminalLogWriter(
                        console, new LineTime(zone.orElseGet(ZoneId::systemDefault)), new MatchMarker(search));
        };
    }

    private LineTime exact() {
        return new LineTime(zone.orElse(ZoneOffset.UTC));
    }
}
