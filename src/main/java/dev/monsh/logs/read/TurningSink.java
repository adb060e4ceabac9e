package dev.monsh.logs.read;

import dev.monsh.logs.LineSink;
import dev.monsh.logs.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what comes and gives it out in reverse. */
final class TurningSink implements LineSink {

    private final List<Consumer<LineSink>> steps = new ArrayList<>();

    @Override
    public void line(LogLine line) {
        steps.add(sink -> sink.line(line));
    }

    @Override
    public void incomplete(long timestampNanos, long delivered) {
        steps.add(sink -> sink.incomplete(timestampNanos, delivered));
    }

    void pourInto(LineSink sink) {
        steps.reversed().forEach(step -> step.accept(sink));
    }
}
