package dev.monsh.edit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The difference of two files as {@code diff -u} prints it, with three lines of context. The format is that of POSIX.1-2017,
 * {@code diff}, "Diff -u or -U Output Format"; it is made on bytes, so that what is not UTF-8 comes through.
 */
public final class UnifiedDiff {

    private static final int CONTEXT = 3;
    private static final byte[] NO_LINE_END = "\n\\ No newline at end of file\n".getBytes(StandardCharsets.US_ASCII);

    private final Lines before;
    private final Lines after;
    private final List<Change> changes;

    private UnifiedDiff(Lines before, Lines after, List<Change> changes) {
        this.before = before;
        this.after = after;
        this.changes = changes;
    }

    /** Compares two files line by line. */
    public static UnifiedDiff between(byte[] before, byte[] after) {
        Map<String, Integer> known = new HashMap<>();
        Lines old = Lines.of(before.clone(), known);
        Lines now = Lines.of(after.clone(), known);
        return new UnifiedDiff(old, now, new LineComparison(old, now).changes());
    }

    /** Returns whether the files are the same. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Returns the text, bytes that are not UTF-8 as U+FFFD; empty where the files are the same. */
    public String text(String beforeName, String afterName) {
        return new String(bytes(beforeName, afterName), StandardCharsets.UTF_8);
    }

    /** Returns the bytes that {@code diff -u} prints, with these names in its first two lines. */
    public byte[] bytes(String beforeName, String afterName) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!changes.isEmpty()) {
            write(out, "--- " + beforeName + "\n+++ " + afterName + "\n");
            for (List<Change> hunk : hunks()) {
                writeHunk(out, hunk);
            }
        }
        return out.toByteArray();
    }

    /** Changes whose contexts touch or overlap stand in one hunk. */
    private List<List<Change>> hunks() {
        List<List<Change>> hunks = new ArrayList<>();
        Change last = null;
        for (Change change : changes) {
            if (last == null || change.beforeStart() - last.beforeEnd() > 2 * CONTEXT) {
                hunks.add(new ArrayList<>());
            }
            hunks.getLast().add(change);
            last = change;
        }
        return hunks;
    }

    private void writeHunk(ByteArrayOutputStream out, List<Change> hunk) {
        Change first = hunk.getFirst();
        Change last = hunk.getLast();
        int lead = Math.min(CONTEXT, first.beforeStart());
        int trail = Math.min(CONTEXT, before.count() - last.beforeEnd());
        int beforeStart = first.beforeStart() - lead;
        int afterStart = first.afterStart() - lead;
        write(
                out,
                "@@ -" + range(beforeStart, last.beforeEnd() + trail) + " +"
                        + range(afterStart, last.afterEnd() + trail) + " @@\n");
        int at = beforeStart;
        for (Change change : hunk) {
            writeLines(out, ' ', before, at, change.beforeStart());
            writeLines(out, '-', before, change.beforeStart(), change.beforeEnd());
            writeLines(out, '+', after, change.afterStart(), change.afterEnd());
            at = change.beforeEnd();
        }
        writeLines(out, ' ', before, at, at + trail);
    }

    /** An empty range is named by the line before it, a range of one line by its number alone. */
    private static String range(int start, int end) {
        int length = end - start;
        return length == 1 ? String.valueOf(start + 1) : (length == 0 ? start : start + 1) + "," + length;
    }

    private static void writeLines(ByteArrayOutputStream out, char sign, Lines lines, int start, int end) {
        for (int i = start; i < end; i++) {
            out.write(sign);
            out.write(lines.bytes(), lines.start(i), lines.end(i) - lines.start(i));
            if (i == lines.count() - 1 && lines.isOpen()) {
                out.writeBytes(NO_LINE_END);
            }
        }
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lines of the one file that give way to lines of the other; either may be none. */
    record Change(int beforeStart, int beforeEnd, int afterStart, int afterEnd) {}
}
