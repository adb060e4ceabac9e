package dev.monsh.cli;

import dev.monsh.failure.ExitCode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.ParsedInput;

/**
 * Carries calls into Spring Shell's model and back. That model finds options by name alone; a global option gets a mark, so
 * that it is told from a command's own option of the same name.
 */
final class ShellBridge {

    private static final String GLOBAL = "global:";

    private ShellBridge() {}

    /** Runs a command with a call, by way of Spring Shell's context. */
    static ExitCode run(MonshCommand command, CommandRegistry registry, ParsedCall call, PrintWriter out)
            throws Exception {
        CommandContext context = new CommandContext(input(call), registry, out, new InputReader() {});
        return ExitCode.of(command.execute(context).code());
    }

    /** Returns an option's definition. */
    static CommandOption definition(Option<?> option) {
        return option(option.longName(), option, null);
    }

    static ParsedInput input(ParsedCall call) {
        ParsedInput.Builder input = ParsedInput.builder();
        List<String> path = call.path();
        input.commandName(path.isEmpty() ? "" : path.getFirst());
        path.stream().skip(1).forEach(input::addSubCommand);
        for (ParsedCall.Given given : call.options()) {
            boolean global = GlobalOptions.ALL.contains(given.option());
            String name = (global ? GLOBAL : "") + given.option().longName();
            input.addOption(option(name, given.option(), given.value()));
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            input.addArgument(new CommandArgument(i, call.arguments().get(i)));
        }
        return input.build();
    }

    /** Returns the call of a command; options that neither it nor the program has are left out. */
    static ParsedCall call(MonshCommand command, ParsedInput input) {
        List<String> path = new ArrayList<>(List.of(input.commandName()));
        path.addAll(input.subCommands());
        List<ParsedCall.Given> options = new ArrayList<>();
        for (CommandOption option : input.options()) {
            String name = Objects.requireNonNullElse(option.longName(), "");
            boolean global = name.startsWith(GLOBAL);
            String plain = global ? name.substring(GLOBAL.length()) : name;
            String value = Objects.requireNonNullElse(option.value(), "");
            for (Option<?> known : global ? GlobalOptions.ALL : command.options()) {
                if (known.longName().equals(plain)) {
                    options.add(new ParsedCall.Given(known, value));
                }
            }
        }
        List<String> arguments =
                input.arguments().stream().map(CommandArgument::value).toList();
        return new ParsedCall(path, options, arguments);
    }

    private static CommandOption option(String name, Option<?> option, @Nullable String value) {
        CommandOption.Builder builder = CommandOption.with()
                .longName(name)
                .shortName(option.shortName())
                .description(option.description())
                .required(false)
                .type(option.isFlag() ? Boolean.class : String.class);
        if (value != null) {
            builder.value(value);
        }
        return builder.build();
    }
}
