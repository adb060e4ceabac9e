package dev.monsh.testing;

import dev.monsh.labels.Labels;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.TailConnection;
import dev.monsh.logs.TailEnd;
import dev.monsh.logs.TailFrame;
import dev.monsh.logs.TailListener;
import dev.monsh.logs.TailRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log source on virtual time whose tail is ended, refused and starved by a test. */
public final class ScriptedTails extends InMemoryLogSource {

    public final List<TailRequest> requests = new ArrayList<>();
    public final List<Long> attempts = new ArrayList<>();
    /** Ends given to the next attempts to connect, in place of a connection. */
    public final List<TailEnd> refusals = new ArrayList<>();

    private final VirtualTimeline time;
    private final String expression;
    private @Nullable TailListener listener;

    public ScriptedTails(VirtualTimeline time, String expression) {
        this.time = time;
        this.expression = expression;
    }

    @Override
    public TailConnection tail(TailRequest request, TailListener heard) {
        requests.add(request);
        attempts.add(time.nowNanos());
        if (!refusals.isEmpty()) {
            TailEnd end = refusals.removeFirst();
            time.in(0.01, () -> heard.ended(end));
        } else {
            time.in(0.01, () -> {
                listener = heard;
                heard.opened();
            });
        }
        return () -> listener = listener == heard ? null : listener;
    }

    public boolean isOpen() {
        return listener != null;
    }

    /** Writes a line now: it is stored, and given to the tail that is open. */
    public void write(Labels labels, String text) {
        write(time.nowNanos(), labels, text);
    }

    public void write(long timestamp, Labels labels, String text) {
        store.add(timestamp, labels, text);
        send(timestamp, labels, text);
    }

    /** Gives a line to the tail that is open, without storing it. */
    public void send(long timestamp, Labels labels, String text) {
        LogLine line = new LogLine(timestamp, labels, text);
        if (listener != null && StandInExpression.parse(expression).test(line)) {
            listener.frame(new TailFrame(List.of(line), List.of()));
        }
    }

    /** Stores a line and only names it in the next frame. */
    public void drop(Labels labels, String text) {
        long now = time.nowNanos();
        store.add(now, labels, text);
        dropped(now, labels);
    }

    public void dropped(long timestamp, Labels labels) {
        if (listener != null) {
            listener.frame(new TailFrame(List.of(), List.of(new TailFrame.Dropped(timestamp, labels))));
        }
    }

    public void end(TailEnd end) {
        if (listener != null) {
            TailListener ended = listener;
            listener = null;
            ended.ended(end);
        }
    }
}
