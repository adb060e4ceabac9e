package dev.monsh.dashboard.state;

import dev.monsh.logs.Level;
import dev.monsh.terminal.Sanitizer;
import java.util.Optional;

/**
 * A log line as the screen can show it.
 *
 * @param millis Unix time
 * @param text without live control characters, cut at {@value #LONGEST} characters
 * @param level empty where the line names none
 */
public record ShownLine(long millis, String text, Optional<Level> level) {

    /** Longer than any screen is wide; thousands of lines are kept. */
    static final int LONGEST = 2000;

    /** Makes one from text that came from outside. */
    public static ShownLine of(long millis, String foreign, Optional<Level> level) {
        String cut = foreign.length() > LONGEST ? foreign.substring(0, LONGEST) : foreign;
        // a tab would be shown as an escape, and lines are full of them
        return new ShownLine(millis, Sanitizer.visible(cut.replace('\t', ' ')), level);
    }

    /** Returns whether the line tells of something that failed. */
    public boolean isError() {
        return level.filter(each -> each.compareTo(Level.ERROR) >= 0).isPresent();
    }
}
