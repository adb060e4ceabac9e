package dev.monsh.view.logs;

import dev.monsh.logs.LogLine;
import dev.monsh.terminal.Console;

/** Writes the lines' own text and nothing else: byte for byte, but made visible on a terminal. */
final class RawLogWriter implements LogLineWriter {

    private final Console console;

    RawLogWriter(Console console) {
        this.console = console;
    }

    @Override
    public void line(LogLine line) {
        console.out().write(console.clean(line.line()));
        console.out().write('\n');
    }
}
