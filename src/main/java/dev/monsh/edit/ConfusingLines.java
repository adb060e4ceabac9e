package dev.monsh.edit;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds the lines of one file that are changed for certain, and those that are better held to be. A line that the other
 * file does not have is changed. A line that the other file has many times, such as a blank one, says nothing where it
 * stands in the midst of changed lines: to match it would only tear one change into several.
 */
final class ConfusingLines {

    /** A line that occurs more often in the other file says little; files of many lines allow more. */
    private static final int USUAL_MANY = 5;

    private static final int LINES_AT_EDGE = 8;
    private static final int CERTAIN_IN_A_ROW = 3;

    private enum Standing {
        KEPT,
        DOUBTFUL,
        CHANGED
    }

    private final Standing[] standings;

    private ConfusingLines(int[] lines, int[] others) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int other : others) {
            counts.merge(other, 1, Integer::sum);
        }
        int many = many(lines.length);
        standings = new Standing[lines.length];
        for (int i = 0; i < lines.length; i++) {
            int count = counts.getOrDefault(lines[i], 0);
            standings[i] = count == 0 ? Standing.CHANGED : count > many ? Standing.DOUBTFUL : Standing.KEPT;
        }
    }

    /** Returns for each line whether it takes no part in the comparison and is changed. */
    static boolean[] in(int[] lines, int[] others) {
        ConfusingLines found = new ConfusingLines(lines, others);
        found.decide();
        boolean[] changed = new boolean[lines.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = found.standings[i] == Standing.CHANGED || found.standings[i] == Standing.DOUBTFUL;
        }
        return changed;
    }

    private static int many(int lines) {
        int many = USUAL_MANY;
        for (int rest = lines / 64 / 4; rest > 0; rest /= 4) {
            many *= 2;
        }
        return many;
    }

    private void decide() {
        int at = 0;
        while (at < standings.length) {
            if (standings[at] == Standing.CHANGED) {
                at = decideRun(at);
            } else {
                standings[at++] = Standing.KEPT;
            }
        }
    }

    /** Decides a run of lines of which none is kept; it begins and ends with a changed one. Returns where it ends. */
    private int decideRun(int start) {
        int end = start;
        int doubtful = 0;
        while (end < standings.length && standings[end] != Standing.KEPT) {
            doubtful += standings[end++] == Standing.DOUBTFUL ? 1 : 0;
        }
        while (standings[end - 1] == Standing.DOUBTFUL) {
            standings[--end] = Standing.KEPT;
            doubtful--;
        }
        if (doubtful * 4 > end - start) {
            keepDoubtful(start, end);
        } else {
            keepLongDoubt(start, end);
            keepAtEdge(start, 1, end - start);
            keepAtEdge(end - 1, -1, end - start);
        }
        return end;
    }

    private void keepDoubtful(int start, int end) {
        for (int i = start; i < end; i++) {
            if (standings[i] == Standing.DOUBTFUL) {
                standings[i] = Standing.KEPT;
            }
        }
    }

    /** Many doubtful lines in a row, about the root of a quarter of the run, are a match after all. */
    private void keepLongDoubt(int start, int end) {
        int tooMany = 1;
        for (int rest = (end - start) / 4 / 4; rest > 0; rest /= 4) {
            tooMany *= 2;
        }
        tooMany++;
        int at = start;
        while (at < end) {
            int from = at;
            while (at < end && standings[at] == Standing.DOUBTFUL) {
                at++;
            }
            if (at - from >= tooMany) {
                keepDoubtful(from, at);
            }
            at = at == from ? at + 1 : at;
        }
    }

    /** Near an edge of the run a doubtful line may belong to what is kept, until certain lines stand before it. */
    private void keepAtEdge(int edge, int step, int length) {
        int certain = 0;
        for (int i = 0; i < length && certain < CERTAIN_IN_A_ROW; i++) {
            int at = edge + i * step;
            if (i >= LINES_AT_EDGE && standings[at] == Standing.CHANGED) {
                return;
            }
            certain = standings[at] == Standing.CHANGED ? certain + 1 : 0;
            if (standings[at] == Standing.DOUBTFUL) {
                standings[at] = Standing.KEPT;
            }
        }
    }
}
