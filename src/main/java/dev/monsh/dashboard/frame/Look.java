package dev.monsh.dashboard.frame;

import java.time.ZoneId;

/**
 * What the terminal can show.
 *
 * @param unicode whether it shows more than ASCII
 * @param braille whether its font has the patterns of plots
 * @param zone of the times of day
 */
public record Look(boolean unicode, boolean braille, ZoneId zone) {

    String rule() {
        return unicode ? "─" : "-";
    }

    /** Returns the sign between the first and the last of a range. */
    String to() {
        return unicode ? "–" : "-";
    }

    String marker() {
        return unicode ? "▌" : ">";
    }

    String more() {
        return unicode ? "▾" : "v";
    }

    String cut() {
        return unicode ? "…" : "~";
    }

    String well() {
        return unicode ? "●" : "*";
    }

    String soon() {
        return unicode ? "◐" : "~";
    }

    String wrong() {
        return unicode ? "○" : "x";
    }

    /** Returns the levels of a sparkline, from nothing to full. */
    String levels() {
        return unicode ? "▁▂▃▄▅▆▇█" : "_.-:=+*#";
    }

    String cursor() {
        return unicode ? "▏" : "_";
    }

    /** Returns the name of a key in what the terminal can show. */
    String key(String words) {
        return unicode
                ? words
                : words.replace("↵", "Enter")
                        .replace("↑", "Up")
                        .replace("↓", "Down")
                        .replace("←", "Left")
                        .replace("→", "Right")
                        .replace("–", "-");
    }
}
