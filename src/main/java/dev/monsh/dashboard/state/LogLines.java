package dev.monsh.dashboard.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The newest lines of what is followed, at most {@value #MOST}.
 *
 * @param target whose they are
 * @param lines the oldest first
 * @param taken how many have come since the target was chosen
 * @param origin where they come from, for the title: {@code Loki}, or a file's path; empty until it is known
 * @param notice what is wrong with the source; empty when it is well
 */
public record LogLines(LogTarget target, List<ShownLine> lines, long taken, String origin, Optional<String> notice) {

    static final int MOST = 5000;

    public LogLines {
        lines = List.copyOf(lines);
    }

    /** Returns the lines of a target of which none has come yet. */
    public static LogLines of(LogTarget target) {
        return new LogLines(target, List.of(), 0, "", Optional.empty());
    }

    /** Returns these and later ones. */
    public LogLines and(List<ShownLine> later) {
        int kept = Math.max(0, Math.min(lines.size(), MOST - later.size()));
        List<ShownLine> all = new ArrayList<>(kept + later.size());
        all.addAll(lines.subList(lines.size() - kept, lines.size()));
        all.addAll(later.subList(Math.max(0, later.size() - MOST), later.size()));
        return new LogLines(target, all, taken + later.size(), origin, notice);
    }

    /**
     * Returns the same lines with another word on their source. Where they come from elsewhere from now on none is left: the
     * other source begins with its own newest, and both would be shown twice.
     */
    public LogLines from(String where, Optional<String> trouble) {
        boolean moved = !origin.isEmpty() && !where.isEmpty() && !where.equals(origin);
        return moved
                ? new LogLines(target, List.of(), 0, where, trouble)
                : new LogLines(target, lines, taken, where, trouble);
    }
}
