package dev.monsh.process.regex;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a regex in Go's syntax (regexp/syntax). Cutting never fails: what Go refuses is cut somehow.
 *
 * @param start index of its first character in the regex
 * @param text as written
 */
public record RegexToken(Kind kind, int start, String text) {

    public enum Kind {
        /** A character that stands for itself, escaped or not. */
        LITERAL,
        /** {@code \Q…\E}. */
        QUOTE,
        /** A dot, a class in brackets, or an escape that stands for several characters. */
        CLASS,
        /** A place: {@code ^ $ \b \B \A \z}. */
        PLACE,
        OPEN,
        CLOSE,
        /** Flags for the rest of the group: {@code (?i)}. */
        FLAGS,
        ALTERNATIVE,
        QUANTIFIER
    }

    private static final Pattern NAME = Pattern.compile("\\(\\?P?<([^>]*)>");
    private static final Pattern REPEAT = Pattern.compile("\\{([0-9]+)(,?)([0-9]*)\\}\\??");

    public static List<RegexToken> of(String regex) {
        return new RegexScanner(regex).tokens();
    }

    public int end() {
        return start + text.length();
    }

    /** Returns the text that a literal or a quote stands for. */
    public String literal() {
        if (kind == Kind.QUOTE) {
            return text.substring(2, text.endsWith("\\E") ? text.length() - 2 : text.length());
        }
        return text.startsWith("\\") ? text.substring(1) : text;
    }

    /** Whether the token opens a group that captures. */
    public boolean captures() {
        return kind == Kind.OPEN && (text.equals("(") || NAME.matcher(text).matches());
    }

    /** Returns the name of the group that the token opens; empty where it has none. */
    public String groupName() {
        Matcher name = NAME.matcher(text);
        return kind == Kind.OPEN && name.matches() ? name.group(1) : "";
    }

    /** Returns the least number of times that a quantifier asks for, at most a few thousand. */
    int least() {
        Matcher repeat = REPEAT.matcher(text);
        if (repeat.matches()) {
            return bounded(repeat.group(1));
        }
        return text.startsWith("+") ? 1 : 0;
    }

    /** Returns the largest number that a counted quantifier names; 0 for {@code * + ?}. */
    int largestCount() {
        Matcher repeat = REPEAT.matcher(text);
        return repeat.matches() ? Math.max(least(), bounded(repeat.group(3))) : 0;
    }

    private static int bounded(String digits) {
        return digits.isEmpty() ? 0 : digits.length() > 4 ? 9999 : Integer.parseInt(digits);
    }
}
