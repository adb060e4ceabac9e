package dev.monsh.cli;

import dev.monsh.failure.ExitCode;
import dev.monsh.terminal.OutputFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;

/**
 * A command: its definition, from which parser, help, completion and manual are made, and its action. It is a plain
 * Spring Shell {@link Command}; what that model has no place for (values' kinds, examples, output forms) is beside it.
 */
public final class MonshCommand implements Command {

    private final Session session;
    private final String name;
    private final Builder definition;
    private final Action action;

    private MonshCommand(Session session, Builder definition, Action action) {
        this.session = session;
        this.name = definition.name;
        this.definition = definition;
        this.action = action;
    }

    /** Starts the definition of a command whose name is one or more words. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getGroup() {
        return definition.group;
    }

    /** Returns one line that says what the command does. */
    @Override
    public String getDescription() {
        return definition.summary;
    }

    /** Returns what there is to say beyond the summary; may be empty. */
    @Override
    public String getHelp() {
        return definition.details;
    }

    @Override
    public boolean isHidden() {
        return definition.hidden;
    }

    @Override
    public List<String> getAliases() {
        return definition.aliases;
    }

    @Override
    public List<CommandOption> getOptions() {
        return definition.options.stream().map(ShellBridge::definition).toList();
    }

    /** Returns the command's own options; the global ones are {@link GlobalOptions#ALL}. */
    public List<Option<?>> options() {
        return definition.options;
    }

    public List<ArgumentSpec> arguments() {
        return definition.arguments;
    }

    public List<Example> examples() {
        return definition.examples;
    }

    /** Returns the forms of output it has, the one for terminals first; empty when it prints text only. */
    public List<OutputFormat> formats() {
        return definition.formats;
    }

    /** Tells whether the argument at an index is of a kind. */
    public boolean argumentIs(int index, ValueKind kind) {
        return index < arguments().size() && arguments().get(index).kind() == kind;
    }

    /** Tells whether the last argument is an expression that takes the rest of a line verbatim. */
    public boolean takesExpression() {
        if (arguments().isEmpty()) {
            return false;
        }
        ValueKind last = arguments().getLast().kind();
        return last == ValueKind.EXPRESSION || last == ValueKind.LOG_EXPRESSION;
    }

    @Override
    public ExitStatus execute(CommandContext context) throws Exception {
        ExitCode code = action.run(new Invocation(this, ShellBridge.call(this, context.parsedInput()), session));
        return new ExitStatus(code.code(), code.name());
    }

    /** Collects a definition. */
    public static final class Builder {
        private final String name;
        private String group = "";
        private String summary = "";
        private String details = "";
        private boolean hidden;
        private final List<String> aliases = new ArrayList<>();
        private final List<Option<?>> options = new ArrayList<>();
        private final List<ArgumentSpec> arguments = new ArrayList<>();
        private final List<Example> examples = new ArrayList<>();
        private List<OutputFormat> formats = List.of();

        private Builder(String name) {
            this.name = name;
        }

        /** Sets the heading under which help lists the command. */
        public Builder group(String heading) {
            this.group = heading;
            return this;
        }

        public Builder summary(String line) {
            this.summary = line;
            return this;
        }

        public Builder details(String text) {
            this.details = text.strip();
            return this;
        }

        /** Keeps the command out of help and completion. */
        public Builder hidden() {
            this.hidden = true;
            return this;
        }

        public Builder alias(String other) {
            aliases.add(other);
            return this;
        }

        public Builder option(Option<?> option) {
            options.add(option);
            return this;
        }

        public Builder required(String argument, ValueKind kind) {
            arguments.add(new ArgumentSpec(argument, kind, true, false));
            return this;
        }

        public Builder optional(String argument, ValueKind kind) {
            arguments.add(new ArgumentSpec(argument, kind, false, false));
            return this;
        }

        public Builder oneOrMore(String argument, ValueKind kind) {
            arguments.add(new ArgumentSpec(argument, kind, true, true));
            return this;
        }

        public Builder anyNumber(String argument, ValueKind kind) {
            arguments.add(new ArgumentSpec(argument, kind, false, true));
            return this;
        }

        public Builder formats(OutputFormat... forms) {
            this.formats = List.of(forms);
            return this;
        }

        public Builder example(String call, String says) {
            examples.add(new Example(call, says));
            return this;
        }

        /** Ends the definition. */
        public MonshCommand runs(Session session, Action action) {
            return new MonshCommand(session, this, action);
        }
    }

    /** Finds an option of the command, or a global one, by its name; the command's own comes first. */
    public Optional<Option<?>> option(String longName) {
        return find(options(), longName).or(() -> find(GlobalOptions.ALL, longName));
    }

    private static Optional<Option<?>> find(List<Option<?>> specs, String longName) {
        return specs.stream().filter(spec -> spec.longName().equals(longName)).findFirst();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MonshCommand command && command.name.equals(name);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(name);
    }
}
