package dev.monsh.terminal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Marks what differs between two screens of text. A line is compared with the one of before that has the same words, numbers
 * aside, so that a row that is added does not mark all rows below it.
 */
public final class ChangedCells {

    private static final Pattern CELL = Pattern.compile("\\S+(?: \\S+)*");
    private static final Pattern NUMBERS = Pattern.compile("[-+]?\\d[\\w.:+-]*");

    private final int width;
    private final int height;

    /** Takes the room on the screen, in columns and lines. */
    public ChangedCells(int width, int height) {
        this.width = width;
        this.height = Math.max(1, height);
    }

    /** Returns text as one line that fits. */
    public String cut(String text) {
        return TextWidth.of(text) <= width ? text : TextWidth.prefix(text, width);
    }

    /**
     * Returns the newer text as far as it fits, with the cells that differ in reverse video.
     *
     * @param before the text of the round before; empty for the first one
     * @param escapes whether escape sequences may be written
     */
    public String marked(String before, String after, boolean escapes) {
        Map<String, Deque<String>> known = new HashMap<>();
        before.lines()
                .map(ChangedCells::plain)
                .forEach(line -> known.computeIfAbsent(key(line), key -> new ArrayDeque<>())
                        .add(line));
        List<String> lines = after.lines().toList();
        boolean fits = lines.size() <= height;
        List<String> shown = new ArrayList<>();
        for (String line : lines.subList(0, fits ? lines.size() : height - 1)) {
            Deque<String> same = known.getOrDefault(key(plain(line)), new ArrayDeque<>());
            boolean marks = escapes && !before.isEmpty();
            shown.add(marks ? marked(same.isEmpty() ? "" : same.remove(), line) : line);
        }
        if (!fits) {
            shown.add("(" + (lines.size() - height + 1) + " more lines)");
        }
        return String.join("\n", shown) + "\n";
    }

    private static String marked(String before, String line) {
        AttributedString styled = AttributedString.fromAnsi(line);
        AttributedStringBuilder marked = new AttributedStringBuilder();
        int written = 0;
        Matcher cell = CELL.matcher(styled);
        while (cell.find()) {
            if (!cellAt(before, cell.start(), cell.end()).equals(cell.group())) {
                marked.append(styled.subSequence(written, cell.start()));
                marked.append(cell.group(), AttributedStyle.DEFAULT.inverse());
                written = cell.end();
            }
        }
        return marked.append(styled.subSequence(written, styled.length())).toAnsi();
    }

    /** Returns the cell of a line that overlaps these columns; a number may have become longer. */
    private static String cellAt(String line, int start, int end) {
        Matcher cell = CELL.matcher(line);
        while (cell.find()) {
            if (cell.start() < end && start < cell.end()) {
                return cell.group();
            }
        }
        return "";
    }

    private static String plain(String line) {
        return AttributedString.stripAnsi(line);
    }

    private static String key(String line) {
        return NUMBERS.matcher(line).replaceAll("#").replaceAll("\\s+", " ").strip();
    }
}
