package dev.monsh.command.shell;

import dev.monsh.cli.CommandTree;
import dev.monsh.cli.HelpPages;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.ReferencePage;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.failure.ExitCode;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@code help [COMMAND]}: the help, and the reference that is made from it. */
public final class HelpCommand {

    private static final Option.Flag MARKDOWN = Option.flag("markdown", "the whole reference, as Markdown");
    private static final Option.Flag MAN = Option.flag("man", "the whole reference, as a man page");

    private final Supplier<CommandTree> tree;

    public HelpCommand(Supplier<CommandTree> tree) {
        this.tree = tree;
    }

    /** Returns the command. */
    public MonshCommand define(Session session) {
        return MonshCommand.named("help")
                .group("Itself")
                .summary("Show help for the commands")
                .anyNumber("COMMAND", ValueKind.COMMAND)
                .option(MARKDOWN)
                .option(MAN)
                .example("monsh help query", "the options and examples of query")
                .example("monsh help --man", "the man page's source")
                .runs(session, this::run);
    }

    private ExitCode run(Invocation call) {
        if (call.get(MARKDOWN)) {
            new ReferencePage(tree.get()).markdown(call.console().out());
        } else if (call.get(MAN)) {
            new ReferencePage(tree.get()).man(call.console().out());
        } else {
            List<String> words = call.argumentsFrom(0).stream()
                    .flatMap(word -> Stream.of(word.split(" ")))
                    .toList();
            new HelpPages(tree.get(), call.console()).print(words);
        }
        return ExitCode.DONE;
    }
}
