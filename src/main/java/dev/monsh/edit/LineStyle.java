package dev.monsh.edit;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a person laid out a file, so that what is added looks the same.
 *
 * @param lineEnd {@code \n} or {@code \r\n}, whichever ends more lines; {@code \n} where there are none
 * @param finalLineEnd whether the last line is ended; true for an empty file
 * @param indent what one level adds to the beginning of a line: a tab, or blanks
 */
public record LineStyle(String lineEnd, boolean finalLineEnd, String indent) {

    /** Reads the style; {@code usualIndent} is taken where no line is indented. */
    public static LineStyle of(byte[] bytes, String usualIndent) {
        return new LineStyle(lineEnd(bytes), hasFinalLineEnd(bytes), indent(bytes, usualIndent));
    }

    private static String lineEnd(byte[] bytes) {
        int crlf = 0;
        int lf = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (i > 0 && bytes[i - 1] == '\r') {
                    crlf++;
                } else {
                    lf++;
                }
            }
        }
        return crlf > lf ? "\r\n" : "\n";
    }

    private static boolean hasFinalLineEnd(byte[] bytes) {
        return bytes.length == 0 || bytes[bytes.length - 1] == '\n';
    }

    /** The step by which lines go further in than the line before is taken most often; of equal ones the smaller. */
    private static String indent(byte[] bytes, String usual) {
        int tabs = 0;
        Map<Integer, Integer> steps = new TreeMap<>();
        int last = 0;
        int at = 0;
        while (at < bytes.length) {
            int start = at;
            while (at < bytes.length && bytes[at] == ' ') {
                at++;
            }
            int width = at - start;
            boolean tab = at < bytes.length && bytes[at] == '\t' && width == 0;
            boolean blank = at >= bytes.length || bytes[at] == '\n' || bytes[at] == '\r';
            if (tab) {
                tabs++;
            } else if (!blank) {
                if (width > last) {
                    steps.merge(width - last, 1, Integer::sum);
                }
                last = width;
            }
            while (at < bytes.length && bytes[at] != '\n') {
                at++;
            }
            at++;
        }
        return mostFrequent(steps, tabs, usual);
    }

    private static String mostFrequent(Map<Integer, Integer> steps, int tabs, String usual) {
        int best = 0;
        int count = 0;
        for (Map.Entry<Integer, Integer> step : steps.entrySet()) {
            if (step.getValue() > count) {
                best = step.getKey();
                count = step.getValue();
            }
        }
        if (tabs > count) {
            return "\t";
        }
        return count == 0 ? usual : " ".repeat(best);
    }
}
