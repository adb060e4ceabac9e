package dev.monsh.app.console;

import java.util.List;
import java.util.Locale;

/** A search through the lines typed before, as Ctrl-R does it: the newest first, each different line once. */
final class HistorySearch {

    private final List<String> lines;
    private final StringBuilder term = new StringBuilder();
    private int found;
    private boolean failing;

    /** Searches lines of which the oldest comes first. */
    HistorySearch(List<String> lines) {
        this.lines = lines;
        this.found = lines.size();
    }

    String term() {
        return term.toString();
    }

    /** Tells whether no line holds what was typed. */
    boolean isFailing() {
        return failing;
    }

    /** Returns the line that was found; empty where none is. */
    String line() {
        return found < lines.size() && !failing ? lines.get(found) : "";
    }

    /** Returns where in the line the text is that was searched for. */
    int offset() {
        return Math.max(0, line().toLowerCase(Locale.ROOT).indexOf(term().toLowerCase(Locale.ROOT)));
    }

    void type(char c) {
        term.append(c);
        search(Math.min(found, lines.size() - 1), -1);
    }

    void erase() {
        if (!term.isEmpty()) {
            term.setLength(term.length() - 1);
        }
        found = lines.size();
        failing = false;
        if (!term.isEmpty()) {
            search(lines.size() - 1, -1);
        }
    }

    void older() {
        next(-1);
    }

    void newer() {
        next(1);
    }

    private void next(int step) {
        if (term.isEmpty()) {
            return;
        }
        String shown = line();
        int before = found;
        search(found + step, step);
        while (!failing && line().equals(shown)) {
            search(found + step, step);
        }
        if (failing && step > 0) {
            found = before;
            failing = false;
        }
    }

    private void search(int from, int step) {
        String wanted = term().toLowerCase(Locale.ROOT);
        for (int i = from; i >= 0 && i < lines.size(); i += step) {
            if (lines.get(i).toLowerCase(Locale.ROOT).contains(wanted)) {
                found = i;
                failing = false;
                return;
            }
        }
        failing = true;
    }
}
