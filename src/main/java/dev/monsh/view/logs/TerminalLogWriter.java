package dev.monsh.view.logs;

import dev.monsh.labels.Labels;
import dev.monsh.logs.Level;
import dev.monsh.logs.LineTime;
import dev.monsh.logs.LogLine;
import dev.monsh.logs.tail.TailEvent;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.Sanitizer;
import dev.monsh.terminal.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines for people: the time, the labels in which the streams differ, the text. The labels that all share are said
 * once on stderr; where a later stream does not share them, what is left of them is said again.
 */
final class TerminalLogWriter implements LogLineWriter {

    /** So many lines are waited for, to see what their streams have in common. */
    private static final int LOOKED_AT = 1000;

    private static final String SERVICE_NAME = "service_name";

    private static final int MOST_STREAMS = 5000;

    private final Console console;
    private final LineTime time;
    private final MatchMarker marker;
    private final List<LogLine> waiting = new ArrayList<>();
    private final Map<Labels, String> shown = new LinkedHashMap<>();
    private @Nullable Map<String, String> common;
    private boolean told;

    TerminalLogWriter(Console console, LineTime time, MatchMarker marker) {
        this.console = console;
        this.time = time;
        this.marker = marker;
    }

    @Override
    public void line(LogLine line) {
        narrow(line.labels());
        if (told) {
            print(line);
            return;
        }
        waiting.add(line);
        if (waiting.size() >= LOOKED_AT) {
            pour();
        }
    }

    @Override
    public void gap(TailEvent.Gap gap) {
        pour();
        String span = gap.fromNanos() == gap.toNanos()
                ? "at " + time.brief(gap.fromNanos())
                : "from " + time.brief(gap.fromNanos()) + " to " + time.brief(gap.toNanos());
        console.out()
                .write(console.theme()
                        .paint(
                                Style.WARNING,
                                "--- lines may be missing " + span + ": " + Sanitizer.visible(gap.reason()) + " ---"));
        console.out().write('\n');
    }

    @Override
    public void pause() {
        pour();
    }

    @Override
    public void finish() {
        pour();
    }

    private void pour() {
        if (!waiting.isEmpty()) {
            tell();
            waiting.forEach(this::print);
            waiting.clear();
        }
    }

    /** Keeps of the common labels those that this stream has, too. */
    private void narrow(Labels labels) {
        Map<String, String> before = common;
        if (before == null) {
            common = telling(labels);
            return;
        }
        if (shown.containsKey(labels)) {
            return;
        }
        Map<String, String> left = new LinkedHashMap<>(before);
        left.entrySet()
                .removeIf(entry -> !entry.getValue().equals(labels.values().get(entry.getKey())));
        if (left.size() < before.size()) {
            common = left;
            shown.clear();
            if (told) {
                tell();
            }
        }
    }

    private void tell() {
        told = true;
        Map<String, String> labels = common;
        if (labels != null && !labels.isEmpty()) {
            console.note("common labels: " + Labels.of(labels));
        }
    }

    private void print(LogLine line) {
        String labels = different(line.labels());
        Optional<Level> level = Level.of(line);
        Style style = level.isEmpty() ? Style.PLAIN : style(level.get());
        console.out().write(console.theme().paint(Style.FAINT, time.brief(line.timestampNanos())));
        console.out().write(' ');
        if (!labels.isEmpty()) {
            console.out().write(labels);
            console.out().write(' ');
        }
        console.out().write(marker.mark(line.line(), style, console.theme()));
        console.out().write('\n');
    }

    private static Style style(Level level) {
        if (level.compareTo(Level.ERROR) >= 0) {
            return Style.BAD;
        }
        return level == Level.WARN ? Style.WARNING : Style.PLAIN;
    }

    /** Leaves out what Loki 3 adds to every stream where it only repeats another label. */
    private static Map<String, String> telling(Labels labels) {
        Map<String, String> telling = new LinkedHashMap<>(labels.values());
        String serviceName = telling.remove(SERVICE_NAME);
        if (serviceName != null && !telling.containsValue(serviceName)) {
            telling.put(SERVICE_NAME, serviceName);
        }
        return telling;
    }

    /** Returns the labels of a stream that are not common, in its colour; empty when there are none. */
    private String different(Labels labels) {
        String known = shown.get(labels);
        if (known != null) {
            return known;
        }
        if (shown.size() >= MOST_STREAMS) {
            shown.clear();
        }
        Map<String, String> own = telling(labels);
        if (common != null) {
            own.keySet().removeAll(common.keySet());
        }
        String text = own.isEmpty() ? "" : Sanitizer.visible(Labels.of(own).toString());
        String painted = console.theme().series(shown.size(), text);
        shown.put(labels, painted);
        return painted;
    }
}
