package dev.monsh.app;

import dev.monsh.app.console.HistoryFile;
import dev.monsh.command.BoxCommands;
import dev.monsh.command.CommandTree;
import dev.monsh.command.ConfigCommands;
import dev.monsh.command.DemoCommand;
import dev.monsh.command.GatewayCommands;
import dev.monsh.command.GatewayHostCommands;
import dev.monsh.command.HelpCommand;
import dev.monsh.command.HistoryCommand;
import dev.monsh.command.LogfileCommands;
import dev.monsh.command.LogsCommands;
import dev.monsh.command.MetricsCommands;
import dev.monsh.command.MonshCommand;
import dev.monsh.command.ProcessCommands;
import dev.monsh.command.QueryCommand;
import dev.monsh.command.RunCommand;
import dev.monsh.command.StackCheckCommand;
import dev.monsh.command.StackCommands;
import dev.monsh.command.StackDriftCommand;
import dev.monsh.command.StackInitCommand;
import dev.monsh.command.StackLogsCommand;
import dev.monsh.command.StackReloadCommand;
import dev.monsh.command.TailscaleCommands;
import dev.monsh.command.VersionCommand;
import dev.monsh.command.completion.Completer;
import dev.monsh.command.completion.CompletionCommands;
import dev.monsh.edit.AtomicFile;
import dev.monsh.stack.init.StackWriter;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandRegistry;

/** All commands, wired by hand: an application context would cost more than a whole query. */
final class CommandCatalog {

    private final CommandTree tree;

    CommandCatalog(
            Surroundings surroundings,
            CurrentSession session,
            Sources sources,
            RunCommand.ScriptRun scripts,
            DemoCommand.Entrance entrance) {
        Set<Command> commands = new LinkedHashSet<>();
        AtomicReference<CommandTree> built = new AtomicReference<>();
        commands.add(new QueryCommand(sources::metrics, surroundings.clock(), new WatchLoop()).define(session));
        new MetricsCommands(sources::metrics).define(session).forEach((MonshCommand command) -> commands.add(command));
        LocalFiles files = new LocalFiles(surroundings);
        new LogfileCommands(sources, files).define(session).forEach((MonshCommand command) -> commands.add(command));
        new ProcessCommands(sources, files, new WatchLoop())
                .define(session)
                .forEach((MonshCommand command) -> commands.add(command));
        StackEngines stacks = new StackEngines(surroundings);
        new StackCommands(sources, stacks, surroundings.clock(), new WatchLoop())
                .define(session)
                .forEach((MonshCommand command) -> commands.add(command));
        StackObservation observers = new StackObservation(surroundings);
        commands.add(new StackDriftCommand(sources, stacks, observers).define(session));
        commands.add(new StackReloadCommand(sources, stacks, observers).define(session));
        commands.add(new StackCheckCommand(sources, stacks, new StackChecks(surroundings)).define(session));
        commands.add(new StackInitCommand(
                        sources,
                        surroundings.workingFolder(),
                        () -> new StackWriter(new AtomicFile(surroundings.clock())))
                .define(session));
        commands.add(new StackLogsCommand(sources, stacks, surroundings.clock(), new InterruptGuard()).define(session));
        new LogsCommands(sources.logs(), surroundings.clock(), new InterruptGuard())
                .define(session)
                .forEach((MonshCommand command) -> commands.add(command));
        new BoxCommands(sources).define(session).forEach((MonshCommand command) -> commands.add(command));
        GatewaySources gateway = new GatewaySources(sources, surroundings);
        TailnetSources tailnets = new TailnetSources(gateway, surroundings);
        new GatewayCommands(gateway, tailnets).define(session).forEach((MonshCommand command) -> commands.add(command));
        new GatewayHostCommands(gateway, gateway::probe)
                .define(session)
                .forEach((MonshCommand command) -> commands.add(command));
        new TailscaleCommands(sources, tailnets, surroundings.clock())
                .define(session)
                .forEach((MonshCommand command) -> commands.add(command));
        new ConfigCommands(sources).define(session).forEach((MonshCommand command) -> commands.add(command));
        commands.add(
                new DemoCommand(sources::demo, sources::metricsAt, LogSources::filesOf, surroundings.clock(), entrance)
                        .define(session));
        commands.add(new RunCommand(scripts).define(session));
        commands.add(new HelpCommand(built::get).define(session));
        commands.add(new VersionCommand().define(session));
        commands.add(
                new HistoryCommand(HistoryFile.of(surroundings.environment(), surroundings.home())).define(session));
        new CompletionCommands(() -> new Completer(built.get(), sources.names()))
                .define(session)
                .forEach((MonshCommand command) -> commands.add(command));
        tree = new CommandTree(new CommandRegistry(commands));
        built.set(tree);
    }

    CommandTree tree() {
        return tree;
    }
}
