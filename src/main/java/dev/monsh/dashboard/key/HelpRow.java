package dev.monsh.dashboard.key;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of the help.
 *
 * @param keys as people write them; empty where the row goes on with the one before
 * @param text what they do, or as much of it as a row has room for
 */
public record HelpRow(String keys, String text) {

    /** The column at which the texts begin. */
    public static final int TEXT_AT = 22;

    private static final int LEAST_TEXT = 10;

    /** Returns all rows for a window so many columns wide. */
    public static List<HelpRow> of(int columns) {
        int room = Math.max(LEAST_TEXT, columns - TEXT_AT - 1);
        List<HelpRow> rows = new ArrayList<>();
        for (Binding binding : Binding.values()) {
            String keys = binding.keyWords();
            for (String line : lines(binding.help(), room)) {
                rows.add(new HelpRow(keys, line));
                keys = "";
            }
        }
        return rows;
    }

    /** Breaks a text between words. */
    private static List<String> lines(String text, int room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
