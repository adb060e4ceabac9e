package dev.monsh.testing;

import dev.monsh.logs.LogLine;
import dev.monsh.logs.tail.TailEvent;
import dev.monsh.logs.tail.TailSink;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a tail tells. */
public final class RecordingSink implements TailSink {

    private final List<TailEvent> events = new ArrayList<>();
    private int flushes;

    @Override
    public synchronized void accept(TailEvent event) {
        events.add(event);
    }

    @Override
    public synchronized void flush() {
        flushes++;
    }

    public synchronized int flushes() {
        return flushes;
    }

    public synchronized List<TailEvent> events() {
        return List.copyOf(events);
    }

    public List<LogLine> lines() {
        return of(TailEvent.Line.class).stream().map(TailEvent.Line::line).toList();
    }

    public List<String> texts() {
        return lines().stream().map(LogLine::line).toList();
    }

    public <T extends TailEvent> List<T> of(Class<T> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Returns the notices of a kind, as texts. */
    public List<String> notices(TailEvent.Notice.Kind kind) {
        return of(TailEvent.Notice.class).stream()
                .filter(notice -> notice.kind() == kind)
                .map(TailEvent.Notice::text)
                .toList();
    }
}
