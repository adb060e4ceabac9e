package dev.monsh.process.regex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The characters that one part of a regex may take, at least: 128 bits for ASCII, and one for all the rest. What is not
 * understood counts as any character.
 */
record AsciiSet(long low, long high, boolean beyond) {

    static final AsciiSet ANY = new AsciiSet(-1L, -1L, true);
    private static final AsciiSet NONE = new AsciiSet(0, 0, false);
    private static final AsciiSet DIGITS = NONE.withRange('0', '9');
    private static final AsciiSet WORDS =
            DIGITS.withRange('a', 'z').withRange('A', 'Z').withRange('_', '_');
    private static final AsciiSet SPACES =
            NONE.withRange('\t', '\n').withRange('\f', '\r').withRange(' ', ' ');
    /** A character of a class as it may be written without being complicated. */
    private static final Pattern ITEM = Pattern.compile("(?s)\\\\(?<class>[dwsDWS])|(?<from>\\\\[^a-zA-Z0-9]|[^\\\\])"
            + "(?:-(?<to>\\\\[^a-zA-Z0-9]|[^\\\\\\]]))?");

    boolean contains(char c) {
        return c < 64 ? (low >>> c & 1) != 0 : c < 128 ? (high >>> c & 1) != 0 : beyond;
    }

    private AsciiSet withRange(int from, int to) {
        long newLow = low;
        long newHigh = high;
        for (int c = from; c <= to && c < 128; c++) {
            if (c < 64) {
                newLow |= 1L << c;
            } else {
                newHigh |= 1L << c;
            }
        }
        return new AsciiSet(newLow, newHigh, beyond || to >= 128);
    }

    private AsciiSet with(AsciiSet other) {
        return new AsciiSet(low | other.low, high | other.high, beyond || other.beyond);
    }

    private AsciiSet complement() {
        return new AsciiSet(~low, ~high, true);
    }

    /** Adds the other case of every letter; s and k have relatives beyond ASCII. */
    AsciiSet folded() {
        AsciiSet set = this;
        for (char c = 'a'; c <= 'z'; c++) {
            char upper = (char) (c - 'a' + 'A');
            if (contains(c) || contains(upper)) {
                set = set.withRange(c, c).withRange(upper, upper);
                set = c == 's' || c == 'k' ? new AsciiSet(set.low, set.high, true) : set;
            }
        }
        return beyond
                ? set.withRange('s', 's')
                        .withRange('S', 'S')
                        .withRange('k', 'k')
                        .withRange('K', 'K')
                : set;
    }

    static AsciiSet of(int character) {
        return character < 128 ? NONE.withRange(character, character) : new AsciiSet(0, 0, true);
    }

    /** Returns the set of a dot, an escape or a class in brackets. */
    static AsciiSet ofClass(String text, boolean folds) {
        if (text.startsWith("[")) {
            return ofBrackets(text, folds);
        }
        AsciiSet set = switch (text) {
            case "\\d", "\\w", "\\s", "\\D", "\\W", "\\S" -> ofLetter(text.charAt(1));
            case "\\n" -> of('\n');
            case "\\t" -> of('\t');
            default -> ANY;
        };
        return folds ? set.folded() : set;
    }

    private static AsciiSet ofLetter(char letter) {
        AsciiSet set = switch (Character.toLowerCase(letter)) {
            case 'd' -> DIGITS;
            case 'w' -> WORDS;
            default -> SPACES;
        };
        return Character.isUpperCase(letter) ? set.complement() : set;
    }

    private static AsciiSet ofBrackets(String text, boolean folds) {
        boolean negated = text.startsWith("[^");
        int at = negated ? 2 : 1;
        int end = text.length() - 1;
        AsciiSet set = NONE;
        Matcher item = ITEM.matcher(text).region(at, Math.max(at, end));
        while (at < end) {
            if (text.startsWith("[:", at) || !item.lookingAt()) {
                return ANY;
            }
            set = set.with(
                    item.group("class") != null
                            ? ofLetter(item.group("class").charAt(0))
                            : ofRange(item.group("from"), item.group("to")));
            at = item.end();
            item.region(at, end);
        }
        if (negated) {
            // Case folding takes characters away from a negated class: without it the set is the larger one.
            return set.complement();
        }
        return folds ? set.folded() : set;
    }

    private static AsciiSet ofRange(String from, @Nullable String to) {
        int first = last(from);
        return NONE.withRange(first, to == null ? first : last(to));
    }

    private static int last(String item) {
        return item.charAt(item.length() - 1);
    }
}
