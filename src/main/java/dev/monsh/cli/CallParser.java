package dev.monsh.cli;

import dev.monsh.failure.Spelling;
import dev.monsh.failure.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandParser;
import org.springframework.shell.core.command.ParsedInput;

/**
 * Parses a call: the words of the command, options before, between and after, and arguments. {@code --x=v}, {@code --x v},
 * {@code -xv} and {@code -x v} are the same; letters of flags can be put together; {@code --} ends the options.
 *
 * <p>An option that stands before the command is a global one; behind it, the command's own options come first, so that
 * {@code process test --config FILE} can mean another file than {@code --config FILE process test}.
 */
public final class CallParser implements CommandParser {

    private final CommandTree tree;

    public CallParser(CommandTree tree) {
        this.tree = tree;
    }

    /** Parses a line of a script or of the console. */
    @Override
    public ParsedInput parse(String line) {
        return new Parse(Words.ofLine(line)).run();
    }

    /** Parses argv. Its words reach the command unchanged. */
    public ParsedInput parse(List<String> argv) {
        return new Parse(Words.ofArgv(argv)).run();
    }

    /** Returns the words of the command that was called; empty when there were options only. */
    public static List<String> path(ParsedInput input) {
        return input.commandName().isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(input.commandName()), input.subCommands().stream())
                        .toList();
    }

    /** One call being parsed. */
    private final class Parse {
        private final Words words;
        private final List<String> path = new ArrayList<>();
        private final List<CommandArgument> arguments = new ArrayList<>();
        private final ParsedInput.Builder input = ParsedInput.builder();
        private boolean optionsEnded;

        Parse(Words words) {
            this.words = words;
        }

        ParsedInput run() {
            for (String word = next(); word != null; word = next()) {
                if (!optionsEnded && word.equals("--")) {
                    optionsEnded = true;
                } else if (!optionsEnded && isOption(word)) {
                    option(word);
                } else {
                    plain(word);
                }
            }
            input.commandName(path.isEmpty() ? "" : path.getFirst());
            path.stream().skip(1).forEach(input::addSubCommand);
            arguments.forEach(input::addArgument);
            return input.build();
        }

        private Optional<MonshCommand> command() {
            return tree.find(path);
        }

        private boolean takesExpression() {
            return command().filter(MonshCommand::takesExpression).isPresent();
        }

        /** Returns the next word; an expression that takes the rest of the line becomes an argument on the way. */
        private @Nullable String next() {
            String expression = takesExpression() ? words.expression(this::startsExpression) : null;
            if (expression != null) {
                argument(expression);
            }
            return words.next();
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
                argument(word);
            }
        }

        private void argument(String text) {
            arguments.add(new CommandArgument(arguments.size(), text));
        }

        private boolean isOption(String word) {
            return OptionSpec.isOption(word, takesExpression(), candidates());
        }

        private @Nullable OptionSpec knownLetter(char letter) {
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
                OptionSpec spec = knownLetter(word.charAt(i));
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

        private void take(OptionSpec spec, String typed, @Nullable String attached) {
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

        private void add(OptionSpec spec, String value) {
            boolean own = command()
                    .filter(command -> command.options().contains(spec))
                    .isPresent();
            input.addOption((own ? spec : Invocation.asGlobal(spec)).toCommandOption(value));
        }

        private OptionSpec longOption(String name) {
            return candidates()
                    .filter(spec -> spec.longName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> unknownOption(
                            "--" + name,
                            Spelling.nearest(
                                    name, candidates().map(OptionSpec::longName).toList())));
        }

        private Stream<OptionSpec> candidates() {
            Stream<OptionSpec> own = command().stream().flatMap(command -> command.options().stream());
            return Stream.concat(own, GlobalOptions.SPECS.stream());
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
