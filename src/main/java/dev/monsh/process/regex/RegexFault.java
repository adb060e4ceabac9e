package dev.monsh.process.regex;

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
            return new Foreign(Pattern.compile(shape), message);
        }
    }

    private static final List<Foreign> GROUPS = List.of(
            Foreign.of("\\(\\?<?[=!]", "Go has no lookaround: match the text itself and name the part that you want"),
            Foreign.of("\\(\\?>", "Go has no atomic groups: write (?:…)"),
            Foreign.of("\\(\\?P=", "Go has no backreferences: name a second group"),
            Foreign.of("\\(\\?#", "Go has no comments in regexes: remove it"),
            Foreign.of(
                    "\\(\\?[a-zA-Z-]*x[a-zA-Z-]*[:)]", "Go has no flag x: remove spaces and comments from the regex"));
    private static final List<Foreign> ESCAPES = List.of(
            Foreign.of("\\\\(?:[1-7](?![0-7])|[89]|[kg][<{'])", "Go has no backreferences: name a second group"),
            Foreign.of("\\\\Z", "Go writes the end of the text as \\z"),
            Foreign.of("\\\\h", "Go has no \\h: write [ \\t]"),
            Foreign.of("\\\\R", "Go has no \\R: write \\r?\\n"),
            Foreign.of("\\\\[uN]", "Go writes a character code as \\x{…}"),
            Foreign.of("\\\\[^\\x00-\\x7f]", "Go has no escapes for letters beyond ASCII: remove the \\"));

    /** Finds what Go refuses and RE2/J would take, or would explain badly; empty does not mean valid. */
    static Optional<RegexFault> find(String regex, List<RegexToken> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            RegexToken token = tokens.get(i);
            boolean afterQuantifier = i > 0 && tokens.get(i - 1).kind() == RegexToken.Kind.QUANTIFIER;
            if (afterQuantifier
                    && token.kind() == RegexToken.Kind.QUANTIFIER
                    && token.text().equals("+")) {
                return Optional.of(
                        new RegexFault(token.start(), "Go has no possessive quantifiers: remove the second +"));
            }
            Optional<RegexFault> foreign = switch (token.kind()) {
                case OPEN, FLAGS -> foreign(GROUPS, regex, token);
                case LITERAL, CLASS -> foreign(ESCAPES, regex, token);
                default -> Optional.empty();
            };
            if (foreign.isPresent()) {
                return foreign;
            }
        }
        return RegexGroups.excessiveRepeat(tokens)
                .map(token -> new RegexFault(
                        token.start(),
                        "bad cmdline regex: more than 1000 repeats, including nested ones: " + token.text()));
    }

    private static Optional<RegexFault> foreign(List<Foreign> all, String regex, RegexToken token) {
        for (Foreign foreign : all) {
            if (foreign.shape()
                    .matcher(regex)
                    .region(token.start(), regex.length())
                    .lookingAt()) {
                return Optional.of(new RegexFault(token.start(), foreign.message()));
            }
        }
        return Optional.empty();
    }

    /** Explains what the compiler refused. */
    static RegexFault of(String regex, PatternSyntaxException refused) {
        String description = refused.getDescription().toLowerCase(Locale.ROOT);
        String fragment = Optional.ofNullable(refused.getPattern()).orElse("");
        boolean whole = fragment.isEmpty() || fragment.equals(regex);
        int position = description.contains("missing closing )")
                ? RegexGroups.unclosed(regex).orElse(0)
                : whole ? 0 : Math.max(0, regex.indexOf(fragment));
        return new RegexFault(position, "bad cmdline regex: " + description + (whole ? "" : " `" + fragment + "`"));
    }
}
