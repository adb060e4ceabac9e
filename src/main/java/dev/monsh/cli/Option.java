package dev.monsh.cli;

import dev.monsh.failure.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One option of a command: a constant, by which its definition and its value in a call are found. Two options of the same
 * name are two options.
 *
 * @param <T> what {@link Invocation#get} returns for it: {@code Boolean} for a flag, {@code Optional<X>} for an option with a
 *     value, {@code List<X>} for a repeatable one
 */
public abstract sealed class Option<T> {

    private final Definition definition;

    private Option(Definition definition) {
        this.definition = definition;
    }

    private record Definition(
            String longName, char letter, String placeholder, String description, ValueKind kind, List<String> words) {

        Definition withWords(List<String> others) {
            return new Definition(longName, letter, placeholder, description, kind, others);
        }

        Definition withLetter(char other) {
            return new Definition(longName, other, placeholder, description, kind, words);
        }
    }

    /**
     * Reads one value.
     *
     * @param <X> what it becomes
     */
    @FunctionalInterface
    public interface Reader<X> {

        /**
         * Returns the value.
         *
         * @param option as it is named in failures, for instance {@code --step}
         * @throws UsageException where the text is not such a value
         */
        X read(String option, String text);
    }

    /** Returns an option without a value. */
    public static Flag flag(String longName, String description) {
        return new Flag(new Definition(longName, ' ', "", description, ValueKind.TEXT, List.of()));
    }

    /** Returns an option whose value is taken as it was typed. */
    public static Single<String> text(String longName, String placeholder, ValueKind kind, String description) {
        return of(longName, placeholder, kind, description, (option, text) -> text);
    }

    /** Returns an option for a file; the path is kept as it was typed. */
    public static Single<Path> file(String longName, String placeholder, String description) {
        return of(longName, placeholder, ValueKind.FILE, description, Option::path);
    }

    /** Returns an option for a folder; the path is kept as it was typed. */
    public static Single<Path> folder(String longName, String description) {
        return of(longName, "DIR", ValueKind.FOLDER, description, Option::path);
    }

    /** Returns an option for a duration of 0 or more. */
    public static Single<Duration> duration(String longName, String description) {
        return of(longName, "D", ValueKind.DURATION, description, DurationValue::parse);
    }

    /** Returns an option for a duration longer than 0. */
    public static Single<Duration> positiveDuration(String longName, String description) {
        return of(longName, "D", ValueKind.DURATION, description, DurationValue::parsePositive);
    }

    /** Returns an option for a point in time. */
    public static Single<TimeValue> time(String longName, String description) {
        return of(longName, "T", ValueKind.TIME, description, TimeValue::parse);
    }

    /** Returns an option for a whole number of at least a bound. */
    public static Single<Integer> number(String longName, int atLeast, String description) {
        return of(longName, "N", ValueKind.NUMBER, description, (option, text) -> number(option, text, atLeast));
    }

    /** Returns an option for a process id. */
    public static Single<Integer> pid(String longName, String description) {
        return of(longName, "PID", ValueKind.PID, description, (option, text) -> number(option, text, 1));
    }

    /** Returns an option for one of the constants of an enum; they are typed in lower case. */
    public static <E extends Enum<E>> Single<E> choice(
            String longName, String placeholder, Class<E> choices, String description) {
        List<String> words = EnumSet.allOf(choices).stream().map(Option::word).toList();
        Definition definition = new Definition(longName, ' ', placeholder, description, ValueKind.TEXT, words);
        return new Single<>(
                definition,
                (option, text) -> EnumSet.allOf(choices).stream()
                        .filter(each -> word(each).equals(text))
                        .findFirst()
                        .orElseThrow());
    }

    /** Returns an option whose value is read in a way of its own. */
    public static <X> Single<X> of(
            String longName, String placeholder, ValueKind kind, String description, Reader<X> reader) {
        return new Single<>(new Definition(longName, ' ', placeholder, description, kind, List.of()), reader);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Path path(String option, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException(option, "cannot be a path: " + e.getReason(), null, e);
        }
    }

    private static int number(String option, String text, int atLeast) {
        try {
            int number = Integer.parseInt(text);
            if (number >= atLeast) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, together with what was expected
        }
        throw new UsageException(option + " " + text, "is not a whole number of at least " + atLeast);
    }

    /** Returns the same option with a letter. */
    public abstract Option<T> letter(char letter);

    /** Returns what the texts given for it, in their order, mean; none where it was not given. */
    abstract T read(List<String> texts);

    /** Tells whether the option may be given several times. */
    public boolean repeatable() {
        return false;
    }

    /** Tells whether the option takes no value. */
    public boolean isFlag() {
        return false;
    }

    /** Returns the name without the dashes. */
    public String longName() {
        return definition.longName();
    }

    /** Returns the letter, or a blank for none. */
    public char shortName() {
        return definition.letter();
    }

    /** Returns what help shows for the value; empty for a flag. */
    public String placeholder() {
        return definition.placeholder();
    }

    public String description() {
        return definition.description();
    }

    public ValueKind kind() {
        return definition.kind();
    }

    /** Returns the words that the value can be; none where it is not one of a few. */
    public List<String> choices() {
        return definition.words();
    }

    /** Tells whether that letter is this option's. */
    public boolean hasLetter(char letter) {
        return letter != ' ' && letter == shortName();
    }

    @Override
    public String toString() {
        return "--" + longName();
    }

    /** An option without a value. */
    public static final class Flag extends Option<Boolean> {

        private Flag(Definition definition) {
            super(definition);
        }

        @Override
        public Flag letter(char letter) {
            return new Flag(super.definition.withLetter(letter));
        }

        @Override
        Boolean read(List<String> texts) {
            return !texts.isEmpty();
        }

        @Override
        public boolean isFlag() {
            return true;
        }
    }

    /** An option with one value; the last one counts. */
    public static final class Single<X> extends Option<Optional<X>> {

        private final Reader<X> reader;

        private Single(Definition definition, Reader<X> reader) {
            super(definition);
            this.reader = reader;
        }

        @Override
        public Single<X> letter(char letter) {
            return new Single<>(super.definition.withLetter(letter), reader);
        }

        /** Returns the same option as one that takes only some words. */
        public Single<X> among(String... words) {
            return new Single<>(super.definition.withWords(List.of(words)), reader);
        }

        /** Returns the same option as one that is repeatable. */
        public Repeated<X> repeated() {
            return new Repeated<>(super.definition, reader);
        }

        @Override
        Optional<X> read(List<String> texts) {
            return texts.isEmpty() ? Optional.empty() : Optional.of(reader.read(toString(), texts.getLast()));
        }
    }

    /** An option with any number of values. */
    public static final class Repeated<X> extends Option<List<X>> {

        private final Reader<X> reader;

        private Repeated(Definition definition, Reader<X> reader) {
            super(definition);
            this.reader = reader;
        }

        @Override
        public Repeated<X> letter(char letter) {
            return new Repeated<>(super.definition.withLetter(letter), reader);
        }

        @Override
        List<X> read(List<String> texts) {
            return texts.stream().map(text -> reader.read(toString(), text)).toList();
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }
}
