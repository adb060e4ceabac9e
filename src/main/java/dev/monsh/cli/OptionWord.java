package dev.monsh.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Words that may be options. */
public final class OptionWord {

    private OptionWord() {}

    /**
     * Tells whether a word is an option. Where an expression can stand, it may begin with a minus as well ({@code -1},
     * {@code -sum(x)}), so that there an option is letters alone or a known letter with its value attached.
     *
     * @param known the options that can stand there
     */
    public static boolean isOne(String word, boolean expressionCanStand, Stream<Option<?>> known) {
        if (word.length() < 2 || word.charAt(0) != '-') {
            return false;
        }
        if (word.startsWith("--") || !expressionCanStand || word.matches("-[A-Za-z]+")) {
            return true;
        }
        return !word.matches("(?s).*[({\\[\\s].*") && hasAttachedValue(word, known.toList());
    }

    /** Tells whether letters of flags, or none, are followed by the letter of an option with a value. */
    private static boolean hasAttachedValue(String word, List<Option<?>> known) {
        for (int i = 1; i < word.length(); i++) {
            char letter = word.charAt(i);
            Optional<Option<?>> option =
                    known.stream().filter(each -> each.hasLetter(letter)).findFirst();
            if (option.isEmpty() || !option.get().isFlag()) {
                return option.isPresent();
            }
        }
        return false;
    }
}
