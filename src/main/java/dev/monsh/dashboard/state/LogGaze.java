package dev.monsh.dashboard.state;

import dev.monsh.logs.Level;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the log is looked at.
 *
 * @param back how many shown lines lie below the window; 0 while it follows
 * @param sideways how many columns are scrolled away on the left
 * @param search what is highlighted, whatever its case; empty for nothing
 * @param least the least level that is shown; empty for all lines
 */
public record LogGaze(int back, int sideways, String search, Optional<Level> least) {

    /** Returns how a log is looked at first: at its end, all of it. */
    public static LogGaze following() {
        return new LogGaze(0, 0, "", Optional.empty());
    }

    public LogGaze withBack(int other) {
        return new LogGaze(Math.max(0, other), sideways, search, least);
    }

    public LogGaze withSideways(int other) {
        return new LogGaze(back, Math.max(0, other), search, least);
    }

    public LogGaze withSearch(String other) {
        return new LogGaze(back, sideways, other, least);
    }

    /** Returns it with the next choice of levels: all, warnings and worse, errors and worse. */
    public LogGaze withNextLevel() {
        Optional<Level> next = least.isEmpty()
                ? Optional.of(Level.WARN)
                : least.get() == Level.WARN ? Optional.of(Level.ERROR) : Optional.empty();
        return new LogGaze(0, sideways, search, next);
    }

    /** Returns the lines that are to be shown at all. */
    public List<ShownLine> of(List<ShownLine> lines) {
        return least.isEmpty() ? lines : lines.stream().filter(this::shows).toList();
    }

    /** Returns whether a line is to be shown at all. */
    public boolean shows(ShownLine line) {
        return least.isEmpty()
                || line.level()
                        .filter(level -> level.compareTo(least.get()) >= 0)
                        .isPresent();
    }

    /** Returns whether what is searched for is in the line. */
    public boolean finds(ShownLine line) {
        return !search.isEmpty() && line.text().toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
    }
}
