package dev.monsh.process;

import java.util.Locale;

/**
 * The longest text that every match of a regex contains, so that most command lines can be passed over without running
 * the regex. Errs on the side of finding none: an empty text means nothing is known.
 */
final class RequiredLiteral {

    private final String regex;
    private int at;
    private String longest = "";
    private final StringBuilder run = new StringBuilder();

    private RequiredLiteral(String regex) {
        this.regex = regex;
    }

    /** Takes a regex that RE2 accepts. */
    static String of(String regex) {
        if (regex.contains("\\Q") || regex.toLowerCase(Locale.ROOT).matches("(?s).*\\(\\?[a-z-]*i.*")) {
            return "";
        }
        RequiredLiteral scan = new RequiredLiteral(regex);
        return scan.concatenation(0) && scan.at == regex.length() ? scan.longest : "";
    }

    /** Reads up to the end of the group; returns whether it was understood. Of alternatives nothing is required. */
    private boolean concatenation(int depth) {
        if (depth > 50) {
            return false;
        }
        boolean alternatives = false;
        while (at < regex.length() && regex.charAt(at) != ')') {
            char c = regex.charAt(at);
            switch (c) {
                case '|' -> {
                    alternatives = true;
                    at++;
                }
                case '(' -> {
                    if (!group(depth)) {
                        return false;
                    }
                }
                case '[' -> {
                    endRun();
                    characterClass();
                    quantifier();
                }
                case '\\' -> escape();
                case '.', '^', '$' -> {
                    endRun();
                    at++;
                    quantifier();
                }
                default -> literal(regex.codePointAt(at), Character.charCount(regex.codePointAt(at)));
            }
        }
        endRun();
        if (alternatives) {
            longest = "";
        }
        return true;
    }

    private boolean group(int depth) {
        endRun();
        at++;
        if (regex.startsWith("?", at)) {
            int named = regex.startsWith("?P<", at) || regex.startsWith("?<", at) ? regex.indexOf('>', at) : -1;
            int flags = named >= 0 ? named + 1 : flagsEnd();
            if (flags == 0) {
                return false;
            }
            at = flags;
            if (regex.charAt(at - 1) == ')') {
                return true;
            }
        }
        String before = longest;
        longest = "";
        if (!concatenation(depth + 1) || at >= regex.length()) {
            return false;
        }
        at++;
        boolean required = quantifier();
        if (!required || before.length() >= longest.length()) {
            longest = before;
        }
        return true;
    }

    /** Returns the index after {@code ?flags:} or {@code ?flags)}; 0 where something else stands there. */
    private int flagsEnd() {
        int end = at + 1;
        while (end < regex.length() && "smU-".indexOf(regex.charAt(end)) >= 0) {
            end++;
        }
        boolean closed = end < regex.length() && (regex.charAt(end) == ':' || regex.charAt(end) == ')');
        return closed ? end + 1 : 0;
    }

    private void characterClass() {
        at++;
        if (regex.startsWith("^", at)) {
            at++;
        }
        if (regex.startsWith("]", at)) {
            at++;
        }
        while (at < regex.length() && regex.charAt(at) != ']') {
            if (regex.charAt(at) == '\\') {
                at += 2;
            } else if (regex.startsWith("[:", at) && regex.indexOf(":]", at) > 0) {
                at = regex.indexOf(":]", at) + 2;
            } else {
                at++;
            }
        }
        at = Math.min(at + 1, regex.length());
    }

    private void escape() {
        int next = regex.codePointAt(at + 1);
        if (!Character.isLetterOrDigit(next)) {
            literal(next, 1 + Character.charCount(next));
            return;
        }
        endRun();
        at += 2;
        if (next == 'x' || next == 'p' || next == 'P') {
            boolean braced = regex.startsWith("{", at);
            at = braced ? regex.indexOf('}', at) + 1 : at + (next == 'x' ? 2 : 1);
        }
        while (next >= '0' && next <= '7' && at < regex.length() && Character.digit(regex.charAt(at), 8) >= 0) {
            at++;
        }
        quantifier();
    }

    private void literal(int character, int length) {
        at += length;
        int before = run.length();
        run.appendCodePoint(character);
        int start = at;
        boolean required = quantifier();
        if (at == start) {
            return;
        }
        if (!required) {
            run.setLength(before);
        }
        endRun();
    }

    /** Passes a quantifier, if one stands here; returns whether what it follows is in every match. */
    private boolean quantifier() {
        boolean required = true;
        while (at < regex.length()) {
            char c = regex.charAt(at);
            if (c == '*' || c == '?') {
                required = required && c == '?' && at > 0 && isQuantifierBefore();
                at++;
            } else if (c == '+') {
                at++;
            } else if (c == '{' && isRepeat()) {
                at = regex.indexOf('}', at) + 1;
                required = false;
            } else {
                break;
            }
        }
        return required;
    }

    /** A {@code ?} straight after a quantifier makes that lazy and does not make anything optional. */
    private boolean isQuantifierBefore() {
        return regex.charAt(at - 1) == '+' && !isEscaped(at - 1);
    }

    private boolean isEscaped(int index) {
        int backslashes = 0;
        while (index - backslashes > 0 && regex.charAt(index - backslashes - 1) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private boolean isRepeat() {
        int close = regex.indexOf('}', at);
        return close > 0 && regex.substring(at + 1, close).matches("[0-9]+(?:,[0-9]*)?");
    }

    private void endRun() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run.setLength(0);
    }
}
