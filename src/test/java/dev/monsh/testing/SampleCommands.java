package dev.monsh.testing;

import dev.monsh.cli.CommandTree;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.OptionSpec;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.failure.ExitCode;
import dev.monsh.terminal.OutputFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandRegistry;

/** Commands of every shape that the parser, the completer and the help have to do with. */
public final class SampleCommands {

    private SampleCommands() {}

    /** Returns the commands, which do nothing. */
    public static CommandTree tree() {
        return tree(FakeSession.on(CapturedConsole.piped()), call -> {});
    }

    /** Returns the commands, which hand each call on. */
    public static CommandTree tree(Session session, Consumer<Invocation> calls) {
        Set<Command> commands = new LinkedHashSet<>();
        for (MonshCommand.Builder each : definitions()) {
            commands.add(each.runs(session, call -> {
                calls.accept(call);
                return ExitCode.DONE;
            }));
        }
        return new CommandTree(new CommandRegistry(commands));
    }

    private static List<MonshCommand.Builder> definitions() {
        return List.of(
                MonshCommand.named("query")
                        .summary("run an expression")
                        .required("EXPR", ValueKind.EXPRESSION)
                        .option(OptionSpec.value("at", "T", ValueKind.TIME, "a time"))
                        .option(OptionSpec.value("step", "D", ValueKind.DURATION, "a step"))
                        .option(OptionSpec.flag("fail-on-empty", ' ', "fail"))
                        .formats(OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.JSON),
                MonshCommand.named("logs")
                        .summary("read logs")
                        .required("EXPR", ValueKind.LOG_EXPRESSION)
                        .option(OptionSpec.flag("follow", 'f', "a live tail"))
                        .option(OptionSpec.value("limit", "N", ValueKind.NUMBER, "how many")
                                .letter('n')),
                MonshCommand.named("logs labels").summary("list labels").optional("NAME", ValueKind.LABEL),
                MonshCommand.named("process test")
                        .summary("try rules")
                        .option(OptionSpec.value("config", "FILE", ValueKind.FILE, "the exporter's configuration"))
                        .option(OptionSpec.value("comm", "C", ValueKind.TEXT, "a comm")
                                .repeated())
                        .anyNumber("WORD", ValueKind.TEXT),
                MonshCommand.named("box use").summary("choose a box").required("NAME", ValueKind.BOX),
                MonshCommand.named("box show").summary("show a box").optional("NAME", ValueKind.BOX),
                MonshCommand.named("run").summary("run a script").required("FILE", ValueKind.FILE),
                MonshCommand.named("stack init").summary("make a stack").optional("DIR", ValueKind.FOLDER),
                MonshCommand.named("up")
                        .summary("start")
                        .alias("start")
                        .option(OptionSpec.value("engine", "KIND", ValueKind.TEXT, "what runs it")
                                .among("compose", "native", "auto")),
                MonshCommand.named("secret").summary("not shown").hidden());
    }
}
