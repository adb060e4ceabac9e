package dev.monsh.command.shell;

import dev.monsh.cli.CommandTree;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.SecretText;
import dev.monsh.cli.Session;
import dev.monsh.cli.Shortcuts;
import dev.monsh.cli.ValueKind;
import dev.monsh.cli.completion.BareExpression;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.UsageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@code save NAME COMMAND}: a line that runs by its name from now on. */
public final class SaveCommand {

    private static final Option.Flag REMOVE = Option.flag("remove", "forget the line of that name");

    private final SavedLines saved;
    private final Supplier<CommandTree> tree;
    private final BareExpression expressions;

    /** The lines of a user, kept between runs. */
    public interface SavedLines {
        /** Returns all lines by their names. */
        Map<String, String> all();

        /** Keeps exactly these. */
        void replace(Map<String, String> lines);
    }

    public SaveCommand(SavedLines saved, Supplier<CommandTree> tree, BareExpression expressions) {
        this.saved = saved;
        this.tree = tree;
        this.expressions = expressions;
    }

    /** Returns the command. */
    public MonshCommand define(Session session) {
        return MonshCommand.named("save")
                .group("Console")
                .summary("Save a command or an expression under a name")
                .details("""
                        The name then runs as a command; further words are added to the line. ${x} in the line is a variable, to be
                        given as x=VALUE behind the name, and ${x:-5m} one with a default. Without arguments the saved lines are
                        listed. Names can also be set under aliases in the configuration.
                        """)
                .optional("NAME", ValueKind.SHORTCUT)
                .anyNumber("COMMAND", ValueKind.COMMAND_LINE)
                .option(REMOVE)
                .example(
                        "monsh save cpu 'query rate(namedprocess_namegroup_cpu_seconds_total{groupname=~\"${g:-.*}\"}[5m])'",
                        "cpu g=prom runs it for one group")
                .example("monsh save", "the lines that are saved")
                .runs(session, this::run);
    }

    private ExitCode run(Invocation call) {
        Map<String, String> lines = new TreeMap<>(saved.all());
        Optional<String> name = call.optionalArgument(0);
        if (name.isEmpty()) {
            String gap = call.console().profile().stdoutTerminal() ? "  " : "\t";
            lines.forEach((each, line) ->
                    call.console().out().write(each + gap + call.console().clean(line) + "\n"));
            return ExitCode.DONE;
        }
        String line = String.join(" ", call.argumentsFrom(1)).strip();
        if (call.get(REMOVE)) {
            if (lines.remove(name.get()) == null) {
                throw new UsageException("save " + name.get(), "no line of that name is saved", "save");
            }
        } else if (line.isEmpty()) {
            String found = Optional.ofNullable(lines.get(name.get()))
                    .orElseThrow(
                            () -> new UsageException("save " + name.get(), "no line of that name is saved", "save"));
            call.console().out().write(call.console().clean(found) + "\n");
            return ExitCode.DONE;
        } else {
            requireUsable(name.get());
            requireNoSecret(name.get(), line);
            lines.put(name.get(), withCommand(line));
        }
        saved.replace(lines);
        return ExitCode.DONE;
    }

    private void requireUsable(String name) {
        if (!Shortcuts.isName(name)) {
            throw new UsageException("save " + name, "a name has letters, digits, _ and -, and begins with a letter");
        }
        if (tree.get().leadsOn(List.of(name))) {
            throw new UsageException("save " + name, "is a command already; choose another name");
        }
    }

    /** The lines are kept in clear, as the history is. */
    private static void requireNoSecret(String name, String line) {
        if (SecretText.mayBeIn(line)) {
            throw new UsageException(
                    "save " + name,
                    "the line may contain a password or token and would be stored in clear; write ${x} in its place");
        }
    }

    /** A variable without a default may stand for a number as well as for a duration. */
    private String withCommand(String line) {
        return Stream.of("1", "5m")
                .flatMap(value -> expressions.command(Shortcuts.filled(line, value)).stream())
                .findFirst()
                .map(command -> command + " " + line)
                .orElse(line);
    }
}
