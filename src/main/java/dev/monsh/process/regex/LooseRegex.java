package dev.monsh.process.regex;

import java.util.ArrayList;
import java.util.List;

/**
 * A regex made looser: it takes all that the regex takes, and more. Places ({@code ^ \b}) hold everywhere, and a part
 * stands once, at most once, or any number of times. Good for saying no, never for saying yes.
 */
sealed interface LooseRegex {

    /** How often a part stands. */
    enum Times {
        ONCE,
        OPTIONAL,
        ANY,
        SOME
    }

    record OneOf(AsciiSet set, Times times) implements LooseRegex {}

    record Group(List<List<LooseRegex>> alternatives, Times times) implements LooseRegex {}

    /** Reads a regex that RE2 accepts. */
    static Group of(List<RegexToken> tokens) {
        return new Reading(tokens).group(0);
    }

    /** The reading of one regex. */
    final class Reading {

        private static final int DEEPEST = 200;

        private final List<RegexToken> tokens;
        private final boolean folds;
        private int at;

        private Reading(List<RegexToken> tokens) {
            // A quantifier behind flags belongs to what stands before them.
            this.tokens = tokens.stream()
                    .filter(token -> token.kind() != RegexToken.Kind.FLAGS)
                    .toList();
            this.folds = tokens.stream().anyMatch(Reading::ignoresCase);
        }

        private static boolean ignoresCase(RegexToken token) {
            boolean flags = token.kind() == RegexToken.Kind.FLAGS
                    || (token.kind() == RegexToken.Kind.OPEN && token.text().endsWith(":"));
            return flags && token.text().indexOf('i') >= 0;
        }

        private Group group(int depth) {
            List<List<LooseRegex>> alternatives = new ArrayList<>();
            List<LooseRegex> parts = new ArrayList<>();
            alternatives.add(parts);
            while (at < tokens.size() && tokens.get(at).kind() != RegexToken.Kind.CLOSE) {
                RegexToken token = tokens.get(at++);
                if (token.kind() == RegexToken.Kind.ALTERNATIVE) {
                    parts = new ArrayList<>();
                    alternatives.add(parts);
                } else {
                    part(token, parts, depth);
                }
            }
            at++;
            return new Group(alternatives, depth == 0 ? Times.ONCE : times());
        }

        private void part(RegexToken token, List<LooseRegex> parts, int depth) {
            switch (token.kind()) {
                case OPEN -> {
                    Group inner = group(depth + 1);
                    parts.add(depth < DEEPEST ? inner : new OneOf(AsciiSet.ANY, Times.ANY));
                }
                case LITERAL, QUOTE -> literal(token.literal(), parts);
                case CLASS -> parts.add(new OneOf(AsciiSet.ofClass(token.text(), folds), times()));
                default -> times();
            }
        }

        private void literal(String text, List<LooseRegex> parts) {
            int[] characters = text.codePoints().toArray();
            for (int i = 0; i < characters.length; i++) {
                AsciiSet set = AsciiSet.of(characters[i]);
                Times times = i == characters.length - 1 ? times() : Times.ONCE;
                parts.add(new OneOf(folds ? set.folded() : set, times));
            }
        }

        /** Reads the quantifiers that stand here; there may be several, where flags stood between them. */
        private Times times() {
            Times times = Times.ONCE;
            while (at < tokens.size() && tokens.get(at).kind() == RegexToken.Kind.QUANTIFIER) {
                RegexToken quantifier = tokens.get(at++);
                boolean needed = quantifier.least() > 0 && (times == Times.ONCE || times == Times.SOME);
                boolean single = quantifier.text().startsWith("?") && times == Times.ONCE;
                times = needed ? Times.SOME : single ? Times.OPTIONAL : Times.ANY;
            }
            return times;
        }
    }
}
