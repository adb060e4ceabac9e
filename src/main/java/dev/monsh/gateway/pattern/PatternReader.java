package dev.monsh.gateway.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the part of PCRE's syntax that describes regular sets (pcre2pattern(3)), on bytes as nginx has it. {@code ^} and
 * {@code $} become the marks of a text's start and end.
 */
final class PatternReader {

    /** More copies of a part make a set that is no longer searched quickly. */
    private static final int MOST_COPIES = 100;

    private static final Symbols DIGITS = Symbols.range('0', '9');
    private static final Symbols LETTERS = Symbols.range('a', 'z').or(Symbols.range('A', 'Z'));
    private static final Symbols WORD = LETTERS.or(DIGITS).or(Symbols.one('_'));
    private static final Symbols BLANKS = Symbols.of(" \t\n\u000b\f\r");

    /** Something that is not read here. */
    private static final class UnreadException extends Exception {
        private static final long serialVersionUID = 1;
    }

    private final String pattern;
    private boolean anyCase;
    private int next;
    private int anchors;

    private PatternReader(String pattern, boolean anyCase) {
        this.pattern = pattern;
        this.anyCase = anyCase;
    }

    /** Reads a pattern, every character one byte; empty where it has something that is not read here. */
    static Optional<Expression> read(String pattern, boolean anyCase) {
        PatternReader reader = new PatternReader(pattern, anyCase);
        try {
            if (pattern.startsWith("(?i)")) {
                reader.next = 4;
                reader.anyCase = true;
            }
            Expression read = reader.alternatives();
            return reader.next == pattern.length() ? Optional.of(read) : Optional.empty();
        } catch (UnreadException e) {
            return Optional.empty();
        }
    }

    private Expression alternatives() throws UnreadException {
        List<Expression> alternatives = new ArrayList<>(List.of(sequence()));
        while (at('|')) {
            next++;
            alternatives.add(sequence());
        }
        return Expression.either(alternatives);
    }

    private boolean at(char wanted) {
        return next < pattern.length() && pattern.charAt(next) == wanted;
    }

    private Expression sequence() throws UnreadException {
        List<Expression> parts = new ArrayList<>();
        while (next < pattern.length() && !at('|') && !at(')')) {
            int before = anchors;
            Expression atom = atom();
            boolean anchor = anchors > before;
            parts.add(repeated(atom, anchor));
            if (anchor && (at('^') || at('$')) && pattern.charAt(next) == pattern.charAt(next - 1)) {
                throw new UnreadException();
            }
        }
        Expression sequence = Expression.EMPTY;
        for (Expression part : parts.reversed()) {
            sequence = part.then(sequence);
        }
        return sequence;
    }

    private Expression atom() throws UnreadException {
        char c = pattern.charAt(next++);
        return switch (c) {
            case '(' -> group();
            case '[' -> Expression.one(set());
            case '.' -> Expression.one(Symbols.ALL_BYTES.minus(Symbols.one('\n')));
            case '^', '$' -> anchor(c);
            case '\\' -> Expression.one(cased(escape()));
            case '*', '+', '?' -> throw new UnreadException();
            default -> Expression.one(cased(Symbols.one(c)));
        };
    }

    /** {@code $} is also found before a line break that ends the text, since nginx sets no PCRE_DOLLAR_ENDONLY. */
    private Expression anchor(char c) {
        anchors++;
        return c == '^'
                ? Expression.one(Symbols.one(Symbols.START))
                : Expression.one(Symbols.one('\n')).or(Expression.EMPTY).then(Expression.one(Symbols.one(Symbols.END)));
    }

    private Symbols cased(Symbols symbols) {
        return anyCase ? symbols.anyCase() : symbols;
    }

    private Expression group() throws UnreadException {
        if (at('*')) {
            throw new UnreadException();
        }
        if (at('?')) {
            int end = pattern.startsWith("?:", next) ? next + 2 : isNamed() ? pattern.indexOf('>', next) + 1 : 0;
            if (end == 0) {
                throw new UnreadException();
            }
            next = end;
        }
        Expression inner = alternatives();
        if (!at(')')) {
            throw new UnreadException();
        }
        next++;
        return inner;
    }

    private boolean isNamed() {
        boolean name = pattern.startsWith("?<", next)
                && next + 2 < pattern.length()
                && WORD.contains(pattern.charAt(next + 2));
        return name || pattern.startsWith("?P<", next);
    }

    /** Reads what may follow a part; how greedy it is makes no difference to the set. */
    private Expression repeated(Expression atom, boolean anchor) throws UnreadException {
        if (next >= pattern.length()) {
            return atom;
        }
        int start = next;
        Expression repeated = switch (pattern.charAt(next)) {
            case '*' -> copies(atom, 0, -1, 1);
            case '+' -> copies(atom, 1, -1, 1);
            case '?' -> copies(atom, 0, 1, 1);
            case '{' -> counted(atom);
            default -> atom;
        };
        if (next == start) {
            return atom;
        }
        if (anchor || at('+')) {
            // an anchor more than once, and a part that gives nothing back, are other sets
            throw new UnreadException();
        }
        if (at('?')) {
            next++;
        }
        return repeated;
    }

    private Expression counted(Expression atom) throws UnreadException {
        int close = pattern.indexOf('}', next);
        String inside = close < 0 ? "" : pattern.substring(next + 1, close);
        if (!inside.matches("\\d{1,3}(,\\d{0,3})?")) {
            // PCRE takes such a brace for itself
            throw new UnreadException();
        }
        String[] bounds = inside.split(",", -1);
        int least = Integer.parseInt(bounds[0]);
        int most = bounds.length == 1 ? least : bounds[1].isEmpty() ? -1 : Integer.parseInt(bounds[1]);
        return copies(atom, least, most, close + 1 - next);
    }

    /** Returns from {@code least} to {@code most} copies, or any number where {@code most} is negative. */
    private Expression copies(Expression atom, int least, int most, int length) throws UnreadException {
        next += length;
        if (Math.max(least, most) > MOST_COPIES || (most >= 0 && most < least)) {
            throw new UnreadException();
        }
        Expression copies = most < 0 ? atom.repeated() : Expression.EMPTY;
        for (int i = least; i < most; i++) {
            copies = atom.then(copies).or(Expression.EMPTY);
        }
        for (int i = 0; i < least; i++) {
            copies = atom.then(copies);
        }
        return copies;
    }

    private Symbols escape() throws UnreadException {
        if (next >= pattern.length()) {
            throw new UnreadException();
        }
        char c = pattern.charAt(next++);
        return switch (c) {
            case 'd' -> DIGITS;
            case 'D' -> Symbols.ALL_BYTES.minus(DIGITS);
            case 'w' -> WORD;
            case 'W' -> Symbols.ALL_BYTES.minus(WORD);
            case 's' -> BLANKS;
            case 'S' -> Symbols.ALL_BYTES.minus(BLANKS);
            case 'n' -> Symbols.one('\n');
            case 'r' -> Symbols.one('\r');
            case 't' -> Symbols.one('\t');
            case 'f' -> Symbols.one('\f');
            case 'x' -> hexadecimal();
            default -> {
                if (WORD.contains(c) || c >= Symbols.BYTES / 2) {
                    throw new UnreadException();
                }
                yield Symbols.one(c);
            }
        };
    }

    private Symbols hexadecimal() throws UnreadException {
        String digits = pattern.substring(next, Math.min(next + 2, pattern.length()));
        if (!digits.matches("[0-9A-Fa-f]{2}")) {
            throw new UnreadException();
        }
        next += 2;
        return Symbols.one(Integer.parseInt(digits, 16));
    }

    private Symbols set() throws UnreadException {
        boolean negated = at('^');
        next += negated ? 1 : 0;
        Symbols set = Symbols.none();
        boolean first = true;
        while (first || !at(']')) {
            if (next >= pattern.length()) {
                throw new UnreadException();
            }
            set = set.or(member());
            first = false;
        }
        next++;
        Symbols cased = cased(set);
        return negated ? Symbols.ALL_BYTES.minus(cased) : cased;
    }

    private Symbols member() throws UnreadException {
        if (at('[') && pattern.startsWith("[:", next)) {
            return posix();
        }
        if (at('[') && (pattern.startsWith("[.", next) || pattern.startsWith("[=", next))) {
            throw new UnreadException();
        }
        Symbols from = single();
        boolean range = at('-') && next + 1 < pattern.length() && pattern.charAt(next + 1) != ']';
        if (!range) {
            return from;
        }
        next++;
        Symbols to = single();
        int first = from.bits().nextSetBit(0);
        int last = to.bits().nextSetBit(0);
        if (from.bits().cardinality() != 1 || to.bits().cardinality() != 1 || last < first) {
            throw new UnreadException();
        }
        return Symbols.range(first, last);
    }

    private Symbols single() throws UnreadException {
        char c = pattern.charAt(next++);
        return c == '\\' ? escape() : Symbols.one(c);
    }

    private Symbols posix() throws UnreadException {
        int end = pattern.indexOf(":]", next);
        String name = end < 0 ? "" : pattern.substring(next + 2, end).toLowerCase(Locale.ROOT);
        next = end + 2;
        return switch (name) {
            case "alnum" -> LETTERS.or(DIGITS);
            case "alpha" -> LETTERS;
            case "digit" -> DIGITS;
            case "lower" -> Symbols.range('a', 'z');
            case "upper" -> Symbols.range('A', 'Z');
            case "space" -> BLANKS;
            case "word" -> WORD;
            case "xdigit" -> DIGITS.or(Symbols.range('a', 'f')).or(Symbols.range('A', 'F'));
            default -> throw new UnreadException();
        };
    }
}
