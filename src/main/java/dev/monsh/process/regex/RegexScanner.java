package dev.monsh.process.regex;

import java.util.ArrayList;
import java.util.List;

/** Cuts a regex into its tokens, from left to right. */
final class RegexScanner {

    private final String regex;
    private final List<RegexToken> tokens = new ArrayList<>();
    private int at;

    RegexScanner(String regex) {
        this.regex = regex;
    }

    List<RegexToken> tokens() {
        while (at < regex.length()) {
            switch (regex.charAt(at)) {
                case '\\' -> escape();
                case '[' -> add(RegexToken.Kind.CLASS, classEnd());
                case '(' -> open();
                case ')' -> add(RegexToken.Kind.CLOSE, at + 1);
                case '|' -> add(RegexToken.Kind.ALTERNATIVE, at + 1);
                case '^', '$' -> add(RegexToken.Kind.PLACE, at + 1);
                case '.' -> add(RegexToken.Kind.CLASS, at + 1);
                case '*', '+', '?' -> quantifier(at + 1);
                case '{' -> repeat();
                default -> add(RegexToken.Kind.LITERAL, regex.offsetByCodePoints(at, 1));
            }
        }
        return List.copyOf(tokens);
    }

    private void add(RegexToken.Kind kind, int end) {
        int bounded = Math.min(end, regex.length());
        tokens.add(new RegexToken(kind, at, regex.substring(at, bounded)));
        at = bounded;
    }

    private void escape() {
        char next = at + 1 < regex.length() ? regex.charAt(at + 1) : '\\';
        switch (next) {
            case 'Q' -> {
                int end = regex.indexOf("\\E", at + 2);
                add(RegexToken.Kind.QUOTE, end < 0 ? regex.length() : end + 2);
            }
            case 'b', 'B', 'A', 'z' -> add(RegexToken.Kind.PLACE, at + 2);
            case 'p', 'P' -> add(RegexToken.Kind.CLASS, braced(at + 3));
            case 'x' -> add(RegexToken.Kind.CLASS, braced(isDigits(at + 2, 16, 2) ? at + 4 : at + 2));
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                int end = at + 2;
                while (end < at + 4 && isDigits(end, 8, 1)) {
                    end++;
                }
                add(RegexToken.Kind.CLASS, end);
            }
            default -> {
                boolean stands = next >= 0x80 || !Character.isLetterOrDigit(next);
                int end = at + 1 < regex.length() ? regex.offsetByCodePoints(at, 2) : at + 1;
                add(stands ? RegexToken.Kind.LITERAL : RegexToken.Kind.CLASS, end);
            }
        }
    }

    /** Returns the index after the braces that follow the letter of an escape, or {@code otherwise}. */
    private int braced(int otherwise) {
        int close = regex.startsWith("{", at + 2) ? regex.indexOf('}', at + 2) : -1;
        return close < 0 ? otherwise : close + 1;
    }

    private boolean isDigits(int from, int radix, int count) {
        for (int i = from; i < from + count; i++) {
            if (i >= regex.length() || Character.digit(regex.charAt(i), radix) < 0) {
                return false;
            }
        }
        return true;
    }

    private int classEnd() {
        int end = at + (regex.startsWith("[^", at) ? 2 : 1);
        end += regex.startsWith("]", end) ? 1 : 0;
        while (end < regex.length() && regex.charAt(end) != ']') {
            int named = regex.startsWith("[:", end) ? regex.indexOf(":]", end + 2) : -1;
            end = named >= 0 ? named + 2 : end + (regex.charAt(end) == '\\' ? 2 : 1);
        }
        return end + 1;
    }

    private void open() {
        if (!regex.startsWith("(?", at)) {
            add(RegexToken.Kind.OPEN, at + 1);
            return;
        }
        int end = at + 2;
        if (regex.startsWith("<", end) || regex.startsWith("P<", end)) {
            int close = regex.indexOf('>', end);
            boolean named = close > 0 && regex.substring(end, close).indexOf('(') < 0;
            add(RegexToken.Kind.OPEN, named ? close + 1 : end);
            return;
        }
        while (end < regex.length() && (Character.isLetter(regex.charAt(end)) || regex.charAt(end) == '-')) {
            end++;
        }
        if (regex.startsWith(")", end)) {
            add(RegexToken.Kind.FLAGS, end + 1);
        } else {
            add(RegexToken.Kind.OPEN, regex.startsWith(":", end) ? end + 1 : at + 2);
        }
    }

    private void repeat() {
        int end = at + 1;
        while (end < regex.length() && (isDigits(end, 10, 1) || (regex.charAt(end) == ',' && end > at + 1))) {
            end++;
        }
        boolean counted = end > at + 1
                && regex.startsWith("}", end)
                && regex.substring(at, end).indexOf(',')
                        == regex.substring(at, end).lastIndexOf(',');
        if (counted) {
            quantifier(end + 1);
        } else {
            add(RegexToken.Kind.LITERAL, at + 1);
        }
    }

    private void quantifier(int end) {
        add(RegexToken.Kind.QUANTIFIER, regex.startsWith("?", end) ? end + 1 : end);
    }
}
