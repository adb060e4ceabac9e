package dev.monsh.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmI;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The difference of two files in the form of {@code diff -u}, with three lines of context (POSIX.1-2017, {@code diff},
 * "Diff -u or -U Output Format"). It is made on bytes, so that what is not UTF-8 comes through. Which lines are held to be
 * the same is the library's answer; it may differ from the one of {@code diff} where several are equally short.
 */
public final class UnifiedDiff {

    private static final int CONTEXT = 3;
    private static final byte[] NO_LINE_END = "\n\\ No newline at end of file\n".getBytes(StandardCharsets.US_ASCII);

    /** Above this many lines in both files the shortest edit costs too much memory, and a nearly shortest one has to do. */
    private static final int MOST_LINES_COMPARED_FULLY = 1000;

    private final List<String> before;
    private final List<String> after;
    private final List<Change> changes;

    private UnifiedDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        this.changes = changes(before, after);
    }

    /** Compares two files line by line. */
    public static UnifiedDiff between(byte[] before, byte[] after) {
        return new UnifiedDiff(lines(before), lines(after));
    }

    /** Splits after each LF; a line is one char a byte, and has its line break, which the last one may lack. */
    private static List<String> lines(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' || i == bytes.length - 1) {
                lines.add(new String(bytes, start, i + 1 - start, StandardCharsets.ISO_8859_1));
                start = i + 1;
            }
        }
        return lines;
    }

    private static List<Change> changes(List<String> before, List<String> after) {
        DiffAlgorithmI<String> algorithm = before.size() + after.size() > MOST_LINES_COMPARED_FULLY
                ? new MyersDiffWithLinearSpace<>()
                : new MyersDiff<>();
        List<Change> changes = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(before, after, algorithm, null).getDeltas()) {
            Change change = Change.of(delta);
            if (!changes.isEmpty() && changes.getLast().meets(change)) {
                change = changes.removeLast().until(change);
            }
            changes.add(change);
        }
        return changes;
    }

    /** Returns whether the files are the same. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Returns the bytes in the form of {@code diff -u}, with these names in its first two lines; none for same files. */
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
        int trail = Math.min(CONTEXT, before.size() - last.beforeEnd());
        int beforeStart = first.beforeStart() - lead;
        int afterStart = first.afterStart() - lead;
        write(
                out,
                "@@ -" + range(beforeStart, last.beforeEnd() + trail) + " +"
                        + range(afterStart, last.afterEnd() + trail) + " @@\n");
        int at = beforeStart;
        for (Change change : hunk) {
            writeLines(out, ' ', before.subList(at, change.beforeStart()));
            writeLines(out, '-', before.subList(change.beforeStart(), change.beforeEnd()));
            writeLines(out, '+', after.subList(change.afterStart(), change.afterEnd()));
            at = change.beforeEnd();
        }
        writeLines(out, ' ', before.subList(at, at + trail));
    }

    /** An empty range is named by the line before it, a range of one line by its number alone. */
    private static String range(int start, int end) {
        int length = end - start;
        return length == 1 ? String.valueOf(start + 1) : (length == 0 ? start : start + 1) + "," + length;
    }

    private static void writeLines(ByteArrayOutputStream out, char sign, List<String> lines) {
        for (String line : lines) {
            out.write(sign);
            out.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1));
            if (!line.endsWith("\n")) {
                out.writeBytes(NO_LINE_END);
            }
        }
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lines of the one file that give way to lines of the other; either may be none. */
    private record Change(int beforeStart, int beforeEnd, int afterStart, int afterEnd) {

        static Change of(AbstractDelta<String> delta) {
            int start = delta.getSource().getPosition();
            int afterStart = delta.getTarget().getPosition();
            return new Change(
                    start,
                    start + delta.getSource().size(),
                    afterStart,
                    afterStart + delta.getTarget().size());
        }

        boolean meets(Change next) {
            return beforeEnd == next.beforeStart && afterEnd == next.afterStart;
        }

        Change until(Change next) {
            return new Change(beforeStart, next.beforeEnd, afterStart, next.afterEnd);
        }
    }
}
