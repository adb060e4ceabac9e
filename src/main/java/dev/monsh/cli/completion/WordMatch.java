package dev.monsh.cli.completion;

import java.util.List;
import java.util.Locale;

/** How a word fits what was typed, the best first. */
public enum WordMatch {
    /** It begins so. */
    EXACT_CASE,
    /** It begins so but for capitals. */
    ANY_CASE,
    /** One of its parts begins so: {@code cpu} in {@code process_cpu_seconds}. */
    PART,
    /** It has the parts of what was typed, in order: {@code proc_cpu} in {@code namedprocess_namegroup_cpu_seconds}. */
    PARTS,
    /**
     * It has the letters in order, from its beginning on: {@code qury} in {@code query}. Five letters may also begin at
     * another part.
     */
    LETTERS,
    NONE;

    private static final int LEAST_LETTERS = 3;
    private static final int LEAST_LETTERS_OF_PART = 5;
    private static final int LEAST_PART = 2;

    /** Tells how a word fits. What was typed may be empty, which every word begins with. */
    public static WordMatch of(String typed, String word) {
        if (word.startsWith(typed)) {
            return EXACT_CASE;
        }
        if (typed.startsWith("-")) {
            // the dashes of an option are no letters
            return word.startsWith("-") ? of(typed.replaceFirst("^-+", ""), word.replaceFirst("^-+", "")) : NONE;
        }
        String wanted = typed.toLowerCase(Locale.ROOT);
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.startsWith(wanted)) {
            return ANY_CASE;
        }
        if (!isNamed(wanted)) {
            return NONE;
        }
        int at = wanted.length() < LEAST_PART ? -1 : lower.indexOf(wanted);
        while (at > 0) {
            if (beginsPart(lower, at)) {
                return PART;
            }
            at = lower.indexOf(wanted, at + 1);
        }
        if (hasParts(wanted, lower)) {
            return PARTS;
        }
        return wanted.length() >= LEAST_LETTERS && hasLetters(wanted, lower) ? LETTERS : NONE;
    }

    /** Tells whether the word begins as typed, so that completion can go on from there. */
    public boolean isPrefix() {
        return this == EXACT_CASE || this == ANY_CASE;
    }

    private static boolean isNamed(String wanted) {
        return wanted.chars().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean beginsPart(String word, int at) {
        return at == 0 || !Character.isLetterOrDigit(word.charAt(at - 1));
    }

    private static boolean hasParts(String wanted, String word) {
        String[] parts = wanted.split("[^\\p{L}\\p{N}]", -1);
        if (parts.length < 2 || List.of(parts).contains("")) {
            return false;
        }
        int from = 0;
        for (String part : parts) {
            int at = word.indexOf(part, from);
            if (at < 0) {
                return false;
            }
            from = at + part.length();
        }
        return true;
    }

    private static boolean hasLetters(String wanted, String word) {
        for (int start = word.indexOf(wanted.charAt(0));
                start >= 0;
                start = word.indexOf(wanted.charAt(0), start + 1)) {
            boolean begins = wanted.length() < LEAST_LETTERS_OF_PART ? start == 0 : beginsPart(word, start);
            if (begins && hasLettersFrom(wanted, word, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasLettersFrom(String wanted, String word, int start) {
        int at = start - 1;
        for (int i = 0; i < wanted.length(); i++) {
            at = word.indexOf(wanted.charAt(i), at + 1);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }
}
