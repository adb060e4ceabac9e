package dev.monsh.cli;

import dev.monsh.failure.UsageException;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.OutputFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ParsedInput;

/** One call of a command: its words as typed values. Every value that can't be read is a usage error naming its option. */
public final class Invocation {

    private static final String GLOBAL = "global:";

    private final MonshCommand command;
    private final ParsedInput input;
    private final GlobalOptions globals;
    private final Console console;
    private final Session session;

    Invocation(MonshCommand command, CommandContext context, Session session) {
        this.command = command;
        this.input = context.parsedInput();
        this.globals = globals(input).over(session.defaults());
        this.console = session.console().with(globals.quiet(), globals.noColor());
        this.session = session;
        checkArguments();
    }

    /** Returns the option under the name that tells it from a command's own option of the same name. */
    static OptionSpec asGlobal(OptionSpec spec) {
        return new OptionSpec(
                GLOBAL + spec.longName(),
                spec.shortName(),
                spec.placeholder(),
                spec.description(),
                spec.kind(),
                spec.choices(),
                spec.repeatable());
    }

    /** Tells whether a global flag such as {@code help} was given. */
    public static boolean hasGlobal(ParsedInput input, String name) {
        return find(input, GLOBAL + name).isPresent();
    }

    /** Returns the global options of a parsed call. */
    public static GlobalOptions globals(ParsedInput input) {
        return new GlobalOptions(
                find(input, GLOBAL + "box"),
                find(input, GLOBAL + "output").map(Invocation::outputFormat),
                find(input, GLOBAL + "config").map(Path::of),
                find(input, GLOBAL + "timeout").map(text -> DurationValue.parsePositive("--timeout", text)),
                hasGlobal(input, "no-color"),
                hasGlobal(input, "quiet"),
                hasGlobal(input, "verbose"),
                hasGlobal(input, "yes"),
                hasGlobal(input, "dry-run"));
    }

    public GlobalOptions globals() {
        return globals;
    }

    public Console console() {
        return console;
    }

    /** Returns the name of the command. */
    public String commandName() {
        return command.getName();
    }

    /** Tells whether somebody is there to be asked. */
    public boolean canAsk() {
        return session.canAsk();
    }

    /** Asks for a line; empty where nobody is there to be asked. */
    public Optional<String> answer(String question) {
        return session.ask(question).map(String::strip);
    }

    /** Asks whether to go on; only a line that begins with y is a yes. */
    public boolean confirms(String question) {
        return session.ask(question + " [y/N] ")
                .map(answer -> answer.strip().toLowerCase(Locale.ROOT))
                .filter(answer -> answer.equals("y") || answer.equals("yes"))
                .isPresent();
    }

    /** Returns the form to print in: the one asked for, else the first one on a terminal and TSV or what is next elsewhere. */
    public OutputFormat format() {
        List<OutputFormat> formats = command.formats();
        if (globals.output().isPresent()) {
            OutputFormat wanted = globals.output().get();
            if (!formats.contains(wanted)) {
                throw new UsageException(
                        command.getName(),
                        "has no output form " + wanted.word() + "; it has " + OutputFormat.words(formats),
                        "monsh help " + command.getName());
            }
            return wanted;
        }
        if (console.profile().stdoutTerminal() || !formats.contains(OutputFormat.TSV)) {
            return formats.getFirst();
        }
        return OutputFormat.TSV;
    }

    public boolean flag(String name) {
        return option(name).isPresent();
    }

    /** Returns an option's value; the last one when it stands several times. */
    public Optional<String> option(String name) {
        return find(input, name);
    }

    /** Returns all values of an option in their order. */
    public List<String> options(String name) {
        return input.options().stream()
                .filter(option -> name.equals(option.longName()))
                .map(CommandOption::value)
                .toList();
    }

    public Optional<Duration> duration(String name) {
        return option(name).map(text -> DurationValue.parse("--" + name, text));
    }

    public Optional<Instant> time(String name, Instant now) {
        return option(name).map(text -> TimeValue.parse("--" + name, text, now));
    }

    /** Returns an option that is a whole number of at least a bound. */
    public Optional<Integer> number(String name, int atLeast) {
        return option(name).map(text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= atLeast) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below, together with what was expected
            }
            throw new UsageException("--" + name + " " + text, "is no whole number of at least " + atLeast);
        });
    }

    /** Returns a required argument. */
    public String argument(int index) {
        return input.arguments().get(index).value();
    }

    /** Returns an argument that may be missing. */
    public Optional<String> optionalArgument(int index) {
        return index < input.arguments().size() ? Optional.of(argument(index)) : Optional.empty();
    }

    /** Returns all arguments from one on. */
    public List<String> argumentsFrom(int index) {
        return input.arguments().stream()
                .skip(index)
                .map(CommandArgument::value)
                .toList();
    }

    private void checkArguments() {
        List<ArgumentSpec> specs = command.arguments();
        int given = input.arguments().size();
        long required = specs.stream().filter(ArgumentSpec::required).count();
        String help = "monsh help " + command.getName();
        if (given < required) {
            throw new UsageException(
                    command.getName(), "needs " + specs.get(given).usage(), help);
        }
        boolean open = !specs.isEmpty() && specs.getLast().many();
        if (!open && given > specs.size()) {
            throw new UsageException(
                    command.getName(),
                    "one word too many: " + input.arguments().get(specs.size()).value()
                            + (command.takesExpression() ? " (quote the expression as one word)" : ""),
                    help);
        }
    }

    private static Optional<String> find(ParsedInput input, String name) {
        return input.options().stream()
                .filter(option -> name.equals(option.longName()))
                .map(CommandOption::value)
                .reduce((first, last) -> last);
    }

    private static OutputFormat outputFormat(String word) {
        return OutputFormat.of(word)
                .orElseThrow(() -> new UsageException(
                        "--output " + word,
                        "no such output form; there are " + OutputFormat.words(List.of(OutputFormat.values()))));
    }
}
