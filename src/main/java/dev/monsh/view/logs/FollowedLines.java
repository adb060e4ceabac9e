package dev.monsh.view.logs;

import dev.monsh.logs.LineSink;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.tail.TailEvent;
import dev.monsh.logs.tail.TailSink;
import dev.monsh.terminal.Console;
import java.util.function.Predicate;

/** Shows what a tail tells: lines and gaps as results, notices on stderr. What is at hand is shown at once. */
public final class FollowedLines implements TailSink {

    private final Console console;
    private final LogLineWriter writer;
    private final Predicate<LogLine> filter;

    /**
     * Shows lines through a writer.
     *
     * @param filter which lines are shown
     */
    public FollowedLines(Console console, LogLineWriter writer, Predicate<LogLine> filter) {
        this.console = console;
        this.writer = writer;
        this.filter = filter;
    }

    @Override
    public void accept(TailEvent event) {
        switch (event) {
            case TailEvent.Line(LogLine line) -> show(line);
            case TailEvent.Gap gap -> writer.gap(gap);
            case TailEvent.Notice notice -> notice(notice);
        }
    }

    /** Returns the same for lines that need no connection. */
    public LineSink asLineSink() {
        return new LineSink() {
            @Override
            public void line(LogLine line) {
                show(line);
            }

            @Override
            public void pause() {
                FollowedLines.this.pause();
            }
        };
    }

    @Override
    public void pause() {
        writer.pause();
        console.out().flush();
    }

    @Override
    public void flush() {
        pause();
    }

    /** Ends the form and shows all of it. */
    public void finish() {
        writer.finish();
        console.out().flush();
    }

    private void show(LogLine line) {
        if (filter.test(line)) {
            writer.line(line);
        }
    }

    private void notice(TailEvent.Notice notice) {
        boolean gap = notice.kind() == TailEvent.Notice.Kind.GAP;
        boolean sameScreen =
                console.profile().stdoutTerminal() && console.profile().stderrTerminal();
        if (gap && sameScreen && writer instanceof TerminalLogWriter) {
            // it stands among the lines already
            return;
        }
        pause();
        if (gap) {
            console.warn(notice.text());
        } else {
            console.note("monsh: " + notice.text());
        }
    }
}
