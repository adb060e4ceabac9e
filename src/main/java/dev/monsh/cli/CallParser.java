package dev.monsh.cli;

import dev.monsh.failure.Spelling;
import dev.monsh.failure.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parses a call: the words of the command, options before, between and after, and arguments. {@code --x=v}, {@code --x v},
 * {@code -xv} and {@code -x v} are the same; letters of flags can be put together; {@code --} ends the options.
 *
 * <p>An option that stands before the command is a global one; behind it, the command's own options come first, so that
 * {@code process test --config FILE} can mean another file than {@code --config FILE process test}.
 */
public final class CallParser {

    private final CommandTree tree;

    public CallParser(CommandTree tree) {
        this.tree = tree;
    }

    /** Parses a line of a script or of the console. */
    public ParsedCall parse(String line) {
        return new Parse(Words.ofLine(line)).run();
    }

    /** Parses argv. Its words reach the command unchanged. */
    public ParsedCall parse(List<String> argv) {
        return new Parse(Words.ofArgv(argv)).run();
    }

    /** One call being parsed. */
    private final class Parse {
        private final Words words;
        private final List<String> path = new ArrayList<>();
        private final List<ParsedCall.Given> options = new ArrayList<>();
        private final List<String> arguments = new ArrayList<>();
        private boolean optionsEnded;

        Parse(Words words) {
            this.words = words;
        }

        ParsedCall run() {
            for (String word = next(); word != null; word = next()) {
                if (commandLineFollows() && !isOption(word)) {
                    commandLine(word);
                } else if (!optionsEnded && word.equals("--")) {
                    optionsEnded = true;
                } else if (!optionsEnded && isOption(word)) {
                    option(word);
                } else {
                    plain(word);
                }
            }
            return new ParsedCall(path, options, arguments);
        }

        private boolean commandLineFollows() {
            return command()
                    .filter(command -> command.argumentIs(arguments.size(), ValueKind.COMMAND_LINE))
                    .isPresent();
        }

        /** The words of another command are not this one's to read. */
        private void commandLine(String first) {
            for (@Nullable String word = first; word != null; word = words.next()) {
                arguments.add(word);
            }
        }

        private Optional<MonshCommand> command() {
            return tree.find(path);
        }

        private boolean takesExpression() {
            return command().filter(MonshCommand::takesExpression).isPresent();
        }

        /** Returns the next word; an expression that takes the rest of the line becomes an argument on the way. */
        private @Nullable String next() {
            boolean verbatim = takesExpression() || commandLineFollows();
            String expression = verbatim ? words.expression(this::startsExpression, trailing()) : null;
            if (expression != null) {
                arguments.add(expression);
            }
            return words.next();
        }

        /** After {@code --} everything is expression. */
        private List<Option<?>> trailing() {
            return optionsEnded || !takesExpression() ? List.of() : candidates().toList();
        }

        private boolean startsExpression(String word) {
            return optionsEnded || !(word.equals("--") || isOption(word) || isCommandWord(word));
        }

        private boolean isCommandWord(String word) {
            List<String> longer = new ArrayList<>(path);
            longer.add(word);
            return arguments.isEmpty() && !optionsEnded && tree.leadsOn(longer);
        }

        private void plain(String word) {
            if (isCommandWord(word)) {
                path.add(word);
            } else if (command().isEmpty()) {
                throw tree.unknown(path, word);
            } else {
                arguments.add(word);
            }
        }

        private boolean isOption(String word) {
            return OptionWord.isOne(word, takesExpression(), candidates());
        }

        private @Nullable Option<?> knownLetter(char letter) {
            return candidates()
                    .filter(spec -> spec.hasLetter(letter))
                    .findFirst()
                    .orElse(null);
        }

        private void option(String word) {
            if (word.startsWith("--")) {
                int equals = word.indexOf('=');
                String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
                take(longOption(name), "--" + name, equals < 0 ? null : word.substring(equals + 1));
                return;
            }
            for (int i = 1; i < word.length(); i++) {
                Option<?> spec = knownLetter(word.charAt(i));
                if (spec == null) {
                    throw unknownOption("-" + word.charAt(i), Optional.empty());
                }
                if (!spec.isFlag()) {
                    String attached = word.substring(i + 1);
                    take(spec, "-" + word.charAt(i), attached.isEmpty() ? null : attached);
                    return;
                }
                take(spec, "-" + word.charAt(i), null);
            }
        }

        private void take(Option<?> spec, String typed, @Nullable String attached) {
            if (spec.isFlag()) {
                if (attached != null) {
                    throw new UsageException(typed, "takes no value", helpCall());
                }
                add(spec, "true");
                return;
            }
            String value = attached == null ? words.next() : attached;
            if (value == null) {
                throw new UsageException(typed, "needs a value: " + spec.placeholder(), helpCall());
            }
            if (!spec.choices().isEmpty() && !spec.choices().contains(value)) {
                throw new UsageException(
                        typed + " " + value, "is none of " + String.join(", ", spec.choices()), helpCall());
            }
            add(spec, value);
        }

        private void add(Option<?> spec, String value) {
            options.add(new ParsedCall.Given(spec, value));
        }

        private Option<?> longOption(String name) {
            return candidates()
                    .filter(spec -> spec.longName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> unknownOption(
                            "--" + name,
                            Spelling.nearest(
                                    name, candidates().map(Option::longName).toList())));
        }

        private Stream<Option<?>> candidates() {
            Stream<Option<?>> own = command().stream().<Option<?>>flatMap(command -> command.options().stream());
            return Stream.concat(own, GlobalOptions.ALL.stream());
        }

        private UsageException unknownOption(String option, Optional<String> nearest) {
            String where = path.isEmpty() ? option : String.join(" ", path) + " " + option;
            return new UsageException(
                    where,
                    "no such option"
                            + nearest.map(name -> "; did you mean --" + name + "?")
                                    .orElse(""),
                    helpCall());
        }

        private String helpCall() {
            return path.isEmpty() ? "monsh help" : "monsh help " + String.join(" ", path);
        }
    }
}
