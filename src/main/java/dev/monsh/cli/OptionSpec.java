package dev.monsh.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.CommandOption;

/**
 * One option of a command.
 *
 * @param longName without the dashes
 * @param shortName a letter, or a blank for none
 * @param placeholder what help shows for the value; empty for a flag, which takes none
 * @param choices the words it can have; empty when it is not one of a few
 * @param repeatable whether it may stand several times
 */
public record OptionSpec(
        String longName,
        char shortName,
        String placeholder,
        String description,
        ValueKind kind,
        List<String> choices,
        boolean repeatable) {

    /** Returns an option without a value. */
    public static OptionSpec flag(String longName, char shortName, String description) {
        return new OptionSpec(longName, shortName, "", description, ValueKind.TEXT, List.of(), false);
    }

    /** Returns an option with a value. */
    public static OptionSpec value(String longName, String placeholder, ValueKind kind, String description) {
        return new OptionSpec(longName, ' ', placeholder, description, kind, List.of(), false);
    }

    /** Returns the same option with a letter. */
    public OptionSpec letter(char letter) {
        return new OptionSpec(longName, letter, placeholder, description, kind, choices, repeatable);
    }

    /** Returns the same option as one that may stand several times. */
    public OptionSpec repeated() {
        return new OptionSpec(longName, shortName, placeholder, description, kind, choices, true);
    }

    /** Returns the same option for one of some words. */
    public OptionSpec among(String... words) {
        return new OptionSpec(longName, shortName, placeholder, description, kind, List.of(words), repeatable);
    }

    /**
     * Tells whether a word is an option. Where an expression can stand, it may begin with a minus as well ({@code -1},
     * {@code -sum(x)}), so that there an option is letters alone or a known letter with its value attached.
     *
     * @param known the options that can stand there
     */
    public static boolean isOption(String word, boolean expressionCanStand, Stream<OptionSpec> known) {
        if (word.length() < 2 || word.charAt(0) != '-') {
            return false;
        }
        if (word.startsWith("--") || !expressionCanStand || word.matches("-[A-Za-z]+")) {
            return true;
        }
        return !word.matches("(?s).*[({\\[\\s].*") && hasAttachedValue(word, known.toList());
    }

    /** Tells whether letters of flags, or none, are followed by the letter of an option with a value. */
    private static boolean hasAttachedValue(String word, List<OptionSpec> known) {
        for (int i = 1; i < word.length(); i++) {
            char letter = word.charAt(i);
            Optional<OptionSpec> spec =
                    known.stream().filter(each -> each.hasLetter(letter)).findFirst();
            if (spec.isEmpty() || !spec.get().isFlag()) {
                return spec.isPresent();
            }
        }
        return false;
    }

    /** Names tell options apart; a record's own comparison is linked at its first use, which takes 10 ms of a start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OptionSpec spec
                && spec.longName.equals(longName)
                && spec.shortName == shortName
                && spec.description.equals(description);
    }

    @Override
    public int hashCode() {
        return longName.hashCode();
    }

    /** Tells whether that letter is this option's. */
    public boolean hasLetter(char letter) {
        return letter != ' ' && letter == shortName;
    }

    /** Tells whether the option takes no value. */
    public boolean isFlag() {
        return placeholder.isEmpty();
    }

    /** Returns the option in Spring Shell's model, with a value or, for a definition, null. */
    CommandOption toCommandOption(@Nullable String value) {
        CommandOption.Builder builder = CommandOption.with()
                .longName(longName)
                .shortName(shortName)
                .description(description)
                .required(false)
                .type(isFlag() ? Boolean.class : String.class);
        if (value != null) {
            builder.value(value);
        }
        return builder.build();
    }
}
