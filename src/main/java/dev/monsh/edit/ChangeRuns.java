package dev.monsh.edit;

/**
 * Moves runs of changed lines of one file. A run whose neighbour equals its own far end may as well stand one line
 * further; of all such places the last is taken, unless at an earlier one the other file has a change too, which it then
 * stands beside. Runs that meet become one.
 */
final class ChangeRuns {

    private final int[] numbers;
    private final boolean[] changed;
    private final boolean[] otherChanged;

    /** The run looked at, and the line of the other file that stands opposite to its end. */
    private int start;

    private int end;
    private int opposite;

    ChangeRuns(int[] numbers, boolean[] changed, boolean[] otherChanged) {
        this.numbers = numbers;
        this.changed = changed;
        this.otherChanged = otherChanged;
    }

    void settle() {
        end = 0;
        opposite = 0;
        while (findNext()) {
            int aligned;
            int length;
            do {
                length = end - start;
                moveToFirstPlace();
                aligned = moveToLastPlace();
            } while (length != end - start);
            while (aligned < end) {
                shiftBack();
            }
        }
    }

    private boolean findNext() {
        while (end < numbers.length && !changed[end]) {
            skipOppositeChanges();
            opposite++;
            end++;
        }
        if (end == numbers.length) {
            return false;
        }
        start = end;
        extend();
        skipOppositeChanges();
        return true;
    }

    private void moveToFirstPlace() {
        while (start > 0 && numbers[start - 1] == numbers[end - 1]) {
            shiftBack();
            while (start > 0 && changed[start - 1]) {
                start--;
            }
        }
    }

    /** Returns the last end at which the other file has a change too, or beyond all lines where there is none. */
    private int moveToLastPlace() {
        int aligned = isOtherChanged(opposite - 1) ? end : numbers.length;
        while (end < numbers.length && numbers[start] == numbers[end]) {
            changed[start++] = false;
            changed[end++] = true;
            extend();
            opposite++;
            if (isOtherChanged(opposite)) {
                aligned = end;
                skipOppositeChanges();
            }
        }
        return aligned;
    }

    private void shiftBack() {
        changed[--start] = true;
        changed[--end] = false;
        opposite--;
        while (isOtherChanged(opposite)) {
            opposite--;
        }
    }

    private void extend() {
        while (end < numbers.length && changed[end]) {
            end++;
        }
    }

    private void skipOppositeChanges() {
        while (isOtherChanged(opposite)) {
            opposite++;
        }
    }

    private boolean isOtherChanged(int line) {
        return line >= 0 && line < otherChanged.length && otherChanged[line];
    }
}
