package dev.monsh.testing;

import dev.monsh.cli.CommandTree;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.TimeValue;
import dev.monsh.cli.ValueKind;
import dev.monsh.failure.ExitCode;
import dev.monsh.terminal.OutputFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Commands of every shape that the parser, the completer and the help have to do with. */
public final class SampleCommands {

    public static final Option.Single<TimeValue> AT = Option.time("at", "a time");
    public static final Option.Single<Duration> STEP = Option.duration("step", "a step");
    public static final Option.Flag FAIL_ON_EMPTY = Option.flag("fail-on-empty", "fail");
    public static final Option.Flag FOLLOW =
            Option.flag("follow", "a live tail").letter('f');
    public static final Option.Single<Integer> LIMIT =
            Option.number("limit", 1, "how many").letter('n');
    public static final Option.Single<Path> CONFIG = Option.file("config", "FILE", "the exporter's configuration");
    public static final Option.Repeated<String> COMM =
            Option.text("comm", "C", ValueKind.TEXT, "a comm").repeated();
    public static final Option.Single<Engine> ENGINE = Option.choice("engine", "KIND", Engine.class, "what runs it");

    /** What {@code --engine} can be. */
    public enum Engine {
        COMPOSE,
        NATIVE,
        AUTO
    }

    private SampleCommands() {}

    /** Returns the commands, which do nothing. */
    public static CommandTree tree() {
        return tree(FakeSession.on(CapturedConsole.piped()), call -> {});
    }

    /** Returns the commands, which hand each call on. */
    public static CommandTree tree(Session session, Consumer<Invocation> calls) {
        List<MonshCommand> commands = new ArrayList<>();
        for (MonshCommand.Builder each : definitions()) {
            commands.add(each.runs(session, call -> {
                calls.accept(call);
                return ExitCode.DONE;
            }));
        }
        return new CommandTree(commands);
    }

    private static List<MonshCommand.Builder> definitions() {
        return List.of(
                MonshCommand.named("query")
                        .summary("run an expression")
                        .required("EXPR", ValueKind.EXPRESSION)
                        .option(AT)
                        .option(STEP)
                        .option(FAIL_ON_EMPTY)
                        .formats(OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.JSON),
                MonshCommand.named("logs")
                        .summary("read logs")
                        .required("EXPR", ValueKind.LOG_EXPRESSION)
                        .option(FOLLOW)
                        .option(LIMIT),
                MonshCommand.named("logs labels").summary("list labels").optional("NAME", ValueKind.LABEL),
                MonshCommand.named("process test")
                        .summary("try rules")
                        .option(CONFIG)
                        .option(COMM)
                        .anyNumber("WORD", ValueKind.TEXT),
                MonshCommand.named("box use").summary("choose a box").required("NAME", ValueKind.BOX),
                MonshCommand.named("box show").summary("show a box").optional("NAME", ValueKind.BOX),
                MonshCommand.named("run").summary("run a script").required("FILE", ValueKind.FILE),
                MonshCommand.named("stack init").summary("make a stack").optional("DIR", ValueKind.FOLDER),
                MonshCommand.named("up").summary("start").alias("start").option(ENGINE),
                MonshCommand.named("secret").summary("not shown").hidden());
    }
}
