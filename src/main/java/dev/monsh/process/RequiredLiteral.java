package dev.monsh.process;

import java.util.List;

/**
 * The longest text that every match of a regex contains, so that most command lines can be passed over without running
 * the regex. Errs on the side of finding none: an empty text means nothing is known.
 */
final class RequiredLiteral {

    private static final int DEEPEST = 50;

    private final List<RegexToken> tokens;
    private int at;

    private RequiredLiteral(List<RegexToken> tokens) {
        this.tokens = tokens;
    }

    /** Takes a regex that RE2 accepts. */
    static String of(String regex) {
        List<RegexToken> tokens = RegexToken.of(regex);
        boolean folds = tokens.stream().anyMatch(RequiredLiteral::ignoresCase);
        return folds ? "" : new RequiredLiteral(tokens).concatenation(0);
    }

    private static boolean ignoresCase(RegexToken token) {
        boolean flags = token.kind() == RegexToken.Kind.FLAGS
                || (token.kind() == RegexToken.Kind.OPEN && token.text().endsWith(":"));
        return flags && token.text().indexOf('i') >= 0;
    }

    /** Reads up to the end of the group; of alternatives nothing is required. */
    private String concatenation(int depth) {
        if (depth > DEEPEST) {
            return "";
        }
        StringBuilder run = new StringBuilder();
        String longest = "";
        boolean alternatives = false;
        while (at < tokens.size() && tokens.get(at).kind() != RegexToken.Kind.CLOSE) {
            RegexToken token = tokens.get(at++);
            boolean isText = token.kind() == RegexToken.Kind.LITERAL || token.kind() == RegexToken.Kind.QUOTE;
            alternatives |= token.kind() == RegexToken.Kind.ALTERNATIVE;
            String inner = token.kind() == RegexToken.Kind.OPEN ? group(depth) : "";
            boolean quantified = at < tokens.size() && tokens.get(at).kind() == RegexToken.Kind.QUANTIFIER;
            boolean required = !quantified || tokens.get(at).least() > 0;
            if (isText && !quantified) {
                run.append(token.literal());
                continue;
            }
            longest = longer(longest, run.toString());
            run.setLength(0);
            if (required) {
                // Of a quoted text only the last character is repeated, so a quantifier makes the whole of it
                // uncertain.
                longest = longer(longest, token.kind() == RegexToken.Kind.LITERAL ? token.literal() : inner);
            }
            at += quantified ? 1 : 0;
        }
        return alternatives ? "" : longer(longest, run.toString());
    }

    private String group(int depth) {
        String inner = concatenation(depth + 1);
        at++;
        return inner;
    }

    private static String longer(String a, String b) {
        return b.length() > a.length() ? b : a;
    }
}
