package dev.monsh.adapter.yaml;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * A text whose tabs become blanks where YAML, and Go's packages for it, let them separate tokens and SnakeYAML does not:
 * behind the first token of a line, but not where they would indent, which they also do behind {@code -} and {@code ?}.
 */
final class BlankTabs {

    /** More than any file of a person has; each costs a reading of the file. */
    private static final int LIMIT = 1000;

    private final StringBuilder text;
    private int replaced;

    BlankTabs(String text) {
        this.text = new StringBuilder(text);
    }

    String text() {
        return text.toString();
    }

    /** Replaces the tab that SnakeYAML stopped at; returns false where it stopped for another reason, or rightly. */
    boolean replace(MarkedYAMLException fault) {
        Mark mark = fault.getProblemMark();
        if (mark == null || mark.getIndex() > text.codePointCount(0, text.length())) {
            return false;
        }
        int at = text.offsetByCodePoints(0, mark.getIndex());
        if (at >= text.length() || text.charAt(at) != '\t' || ++replaced > LIMIT || indents(at)) {
            return false;
        }
        while (at < text.length() && text.charAt(at) == '\t') {
            text.setCharAt(at++, ' ');
        }
        return true;
    }

    private boolean indents(int tab) {
        int start = tab;
        while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
            start--;
        }
        return text.substring(start, tab).matches("[ \\t]*([-?][ \\t]+)*[-?]?[ \\t]*");
    }
}
