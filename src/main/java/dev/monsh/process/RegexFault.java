package dev.monsh.process;

import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why Go refuses a regex.
 *
 * @param position index of the character at fault
 * @param message what stands there and what to write instead
 */
record RegexFault(int position, String message) {

    /** Something that Perl, Java or Python have and Go does not. */
    private record Foreign(Pattern shape, String message) {

        static Foreign of(String shape, String message) {
            return new Foreign(Pattern.compile("\\G(?:" + shape + ")"), message);
        }
    }

    private static final List<Foreign> OUTSIDE_CLASSES = List.of(
            Foreign.of(
                    "\\(\\?<?[=!]", "Go has no lookaround: match what stands there, and name the part that you want"),
            Foreign.of("\\(\\?>", "Go has no atomic groups: write (?:…)"),
            Foreign.of("\\(\\?P=|\\\\[1-9]|\\\\[kg][<{']", "Go has no backreferences: name a second group"),
            Foreign.of("\\(\\?[a-zA-Z-]*x", "Go has no flag x: take the blanks and comments out of the regex"),
            Foreign.of("\\(\\?#", "Go has no comments in a regex: take it out"),
            Foreign.of("[*+?}]\\+", "Go has no possessive quantifiers: leave the second + out"),
            Foreign.of("\\\\Z", "Go writes the end of the text as \\z"),
            Foreign.of("\\\\h", "Go has no \\h: write [ \\t]"),
            Foreign.of("\\\\R", "Go has no \\R: write \\r?\\n"),
            Foreign.of("\\\\[uN]", "Go writes a character by its number as \\x{…}"));

    /** Finds a construct of another dialect that Go refuses; empty where there is none, which does not mean valid. */
    static Optional<RegexFault> find(String regex) {
        for (int at = 0; at < regex.length(); at++) {
            char c = regex.charAt(at);
            for (Foreign foreign : OUTSIDE_CLASSES) {
                if (foreign.shape().matcher(regex).find(at) && isRefused(regex, at, foreign)) {
                    return Optional.of(new RegexFault(at, foreign.message()));
                }
            }
            if (regex.startsWith("\\Q", at)) {
                return Optional.empty();
            }
            if (c == '\\') {
                at++;
            } else if (c == '[') {
                at = classEnd(regex, at);
            }
        }
        return Optional.empty();
    }

    /** A brace before a plus is a quantifier only when it closes one. */
    private static boolean isRefused(String regex, int at, Foreign foreign) {
        if (regex.charAt(at) != '}' && !foreign.message().contains("possessive")) {
            return true;
        }
        String before = regex.substring(0, at);
        return regex.charAt(at) == '}' ? before.matches("(?s).*[^\\\\]\\{[0-9]+(,[0-9]*)?") : at > 0;
    }

    private static int classEnd(String regex, int open) {
        int at = open + 1;
        if (regex.startsWith("^", at)) {
            at++;
        }
        if (regex.startsWith("]", at)) {
            at++;
        }
        while (at < regex.length() && regex.charAt(at) != ']') {
            boolean named = regex.startsWith("[:", at) && regex.indexOf(":]", at) > 0;
            at = named ? regex.indexOf(":]", at) + 2 : at + (regex.charAt(at) == '\\' ? 2 : 1);
        }
        return at;
    }

    /** Explains what the compiler refused. */
    static RegexFault of(String regex, PatternSyntaxException refused) {
        String description = refused.getDescription().toLowerCase(Locale.ROOT);
        String fragment = Optional.ofNullable(refused.getPattern()).orElse("");
        int position = description.contains("missing closing )")
                ? unclosed(regex)
                : fragment.equals(regex) ? 0 : Math.max(0, regex.indexOf(fragment));
        String shown = fragment.isEmpty() || fragment.equals(regex) ? "" : " `" + fragment + "`";
        return new RegexFault(position, "bad cmdline regex: " + description + shown);
    }

    private static int unclosed(String regex) {
        java.util.ArrayDeque<Integer> open = new java.util.ArrayDeque<>();
        for (int at = 0; at < regex.length(); at++) {
            switch (regex.charAt(at)) {
                case '\\' -> at++;
                case '[' -> at = classEnd(regex, at);
                case '(' -> open.push(at);
                case ')' -> open.poll();
                default -> {}
            }
        }
        return open.isEmpty() ? 0 : open.peek();
    }
}
