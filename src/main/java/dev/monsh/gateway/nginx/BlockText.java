package dev.monsh.gateway.nginx;

import java.util.ArrayList;
import java.util.List;

/** Lines that are to be inserted, not yet indented. */
public final class BlockText {

    private record Line(int level, String text) {}

    private final List<Line> lines = new ArrayList<>();
    private int level;

    /** Adds a line; the empty text is a blank one. */
    public BlockText line(String text) {
        lines.add(new Line(level, text));
        return this;
    }

    /** Adds the first line of a block. */
    public BlockText open(String words) {
        line(words + " {");
        level++;
        return this;
    }

    /** Ends a block. */
    public BlockText close() {
        level--;
        return line("}");
    }

    /** Adds lines of another text on this level. */
    public BlockText all(BlockText other) {
        other.lines.forEach(line -> lines.add(new Line(level + line.level(), line.text())));
        return this;
    }

    /** Returns whether there are no lines. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /**
     * Returns the lines without an end after the last one.
     *
     * @param base what every line begins with
     * @param indent what each level adds
     */
    public String text(String base, String indent, String lineEnd) {
        List<String> indented = new ArrayList<>();
        for (Line line : lines) {
            indented.add(line.text().isEmpty() ? "" : base + indent.repeat(line.level()) + line.text());
        }
        return String.join(lineEnd, indented);
    }

    /** Returns everything but comments and blank lines in one line. */
    public String oneLine() {
        return String.join(
                " ",
                lines.stream()
                        .map(Line::text)
                        .filter(text -> !text.isEmpty() && !text.startsWith("#"))
                        .toList());
    }
}
