package dev.monsh.edit;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides which lines of two files are held to be the same. The steps are those that make {@code diff}'s answers pleasant
 * to read, so that monsh shows what people know: equal ends are set aside but for a few lines, lines that could only
 * confuse are taken out ({@link ConfusingLines}), the rest is compared by the shortest edit ({@link ShortestEdit}), and
 * runs of changes are moved to where a person would see them ({@link ChangeRuns}).
 */
final class LineComparison {

    /** How many lines of the equal ends take part, so that runs of changes can be moved into them. */
    private static final int HORIZON = 3;

    private final Lines before;
    private final Lines after;
    private final boolean[] removed;
    private final boolean[] added;

    LineComparison(Lines before, Lines after) {
        this.before = before;
        this.after = after;
        this.removed = new boolean[before.count()];
        this.added = new boolean[after.count()];
    }

    List<UnifiedDiff.Change> changes() {
        int prefix = Math.max(0, equalLinesAtStart() - HORIZON);
        int suffix = Math.max(0, equalLinesAtEnd(prefix) - HORIZON);
        int[] a = numbers(before, prefix, before.count() - suffix);
        int[] b = numbers(after, prefix, after.count() - suffix);
        boolean[] removedHere = ConfusingLines.in(a, b);
        boolean[] addedHere = ConfusingLines.in(b, a);
        new ShortestEdit(a, b, removedHere, addedHere).mark();
        new ChangeRuns(a, removedHere, addedHere).settle();
        new ChangeRuns(b, addedHere, removedHere).settle();
        System.arraycopy(removedHere, 0, removed, prefix, a.length);
        System.arraycopy(addedHere, 0, added, prefix, b.length);
        return collected();
    }

    private int equalLinesAtStart() {
        int shorter = Math.min(before.count(), after.count());
        int equal = 0;
        while (equal < shorter && before.number(equal) == after.number(equal)) {
            equal++;
        }
        return equal;
    }

    private int equalLinesAtEnd(int prefix) {
        int shorter = Math.min(before.count(), after.count()) - prefix;
        int equal = 0;
        while (equal < shorter
                && before.number(before.count() - 1 - equal) == after.number(after.count() - 1 - equal)) {
            equal++;
        }
        return equal;
    }

    private static int[] numbers(Lines lines, int from, int to) {
        int[] numbers = new int[to - from];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = lines.number(from + i);
        }
        return numbers;
    }

    private List<UnifiedDiff.Change> collected() {
        List<UnifiedDiff.Change> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < removed.length || j < added.length) {
            int fromI = i;
            int fromJ = j;
            while (i < removed.length && removed[i]) {
                i++;
            }
            while (j < added.length && added[j]) {
                j++;
            }
            if (i > fromI || j > fromJ) {
                changes.add(new UnifiedDiff.Change(fromI, i, fromJ, j));
            } else {
                i++;
                j++;
            }
        }
        return changes;
    }
}
