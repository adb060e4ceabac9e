package dev.monsh.cli;

import dev.monsh.failure.UsageException;
import dev.monsh.terminal.Console;
import dev.monsh.terminal.OutputFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One call of a command: its words as typed values. Every value that can't be read is a usage error naming its option. */
public final class Invocation {

    private final MonshCommand command;
    private final ParsedCall parsed;
    private final GlobalOptions globals;
    private final Console console;
    private final Session session;

    Invocation(MonshCommand command, ParsedCall parsed, Session session) {
        this.command = command;
        this.parsed = parsed;
        parsed.options().forEach(this::requireKnownForm);
        parsed.readAll();
        this.globals = GlobalOptions.of(parsed).over(session.defaults());
        this.console = session.console().with(globals.quiet(), globals.noColor());
        this.session = session;
        checkArguments();
        if (parsed.has(GlobalOptions.OUTPUT)) {
            requireForm(globals.output().orElseThrow());
        }
    }

    /** A word that names no form at all gets the list of those that this command has. */
    private void requireKnownForm(ParsedCall.Given given) {
        if (given.option() == GlobalOptions.OUTPUT
                && !command.formats().isEmpty()
                && OutputFormat.of(given.value()).isEmpty()) {
            throw new UsageException(
                    command.getName(),
                    "no output form " + given.value() + "; it has " + OutputFormat.words(command.formats()),
                    "monsh help " + command.getName());
        }
    }

    private void requireForm(OutputFormat wanted) {
        List<OutputFormat> formats = command.formats();
        if (!formats.contains(wanted)) {
            throw new UsageException(
                    command.getName(),
                    formats.isEmpty()
                            ? "prints text only; it has no output forms for -o"
                            : "has no output form " + wanted.word() + "; it has " + OutputFormat.words(formats),
                    "monsh help " + command.getName());
        }
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
            requireForm(wanted);
            return wanted;
        }
        if (console.profile().stdoutTerminal() || !formats.contains(OutputFormat.TSV)) {
            return formats.getFirst();
        }
        return OutputFormat.TSV;
    }

    /** Returns an option's value; what an option gives that was not given is in {@link Option}. */
    public <T> T get(Option<T> option) {
        return parsed.get(option);
    }

    /** Tells whether an option was given. */
    public boolean has(Option<?> option) {
        return parsed.has(option);
    }

    /** Returns a required argument. */
    public String argument(int index) {
        return parsed.arguments().get(index);
    }

    /** Returns an argument that may be missing. */
    public Optional<String> optionalArgument(int index) {
        return index < parsed.arguments().size() ? Optional.of(argument(index)) : Optional.empty();
    }

    /** Returns all arguments from one on. */
    public List<String> argumentsFrom(int index) {
        return parsed.arguments().stream().skip(index).toList();
    }

    private void checkArguments() {
        List<ArgumentSpec> specs = command.arguments();
        int given = parsed.arguments().size();
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
                    "unexpected argument " + parsed.arguments().get(specs.size())
                            + (command.takesExpression() ? " (quote the expression as one word)" : ""),
                    help);
        }
    }
}
