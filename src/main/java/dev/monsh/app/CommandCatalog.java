package dev.monsh.app;

import dev.monsh.app.console.HistoryFile;
import dev.monsh.app.names.LiveValues;
import dev.monsh.app.sources.ConfiguredClouds;
import dev.monsh.app.sources.ConfiguredGrafanas;
import dev.monsh.app.sources.GatewaySources;
import dev.monsh.app.sources.LocalFiles;
import dev.monsh.app.sources.LogSources;
import dev.monsh.app.sources.OnboardSources;
import dev.monsh.app.sources.Sources;
import dev.monsh.app.sources.StackChecks;
import dev.monsh.app.sources.StackEngines;
import dev.monsh.app.sources.StackObservation;
import dev.monsh.app.sources.Surroundings;
import dev.monsh.app.sources.TailnetSources;
import dev.monsh.cli.CommandTree;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.completion.BareExpression;
import dev.monsh.cli.completion.Completer;
import dev.monsh.cli.completion.CompletionCommands;
import dev.monsh.cli.completion.Languages;
import dev.monsh.command.box.BoxCommands;
import dev.monsh.command.box.ConfigCommands;
import dev.monsh.command.box.DriftCommand;
import dev.monsh.command.box.OnboardCommands;
import dev.monsh.command.cloud.CloudCommands;
import dev.monsh.command.cloud.CloudRuleCommands;
import dev.monsh.command.gateway.BootstrapCommand;
import dev.monsh.command.gateway.ConnectCommand;
import dev.monsh.command.gateway.GatewayCommands;
import dev.monsh.command.gateway.GatewayHostCommands;
import dev.monsh.command.gateway.TailscaleCommands;
import dev.monsh.command.grafana.DashboardCommands;
import dev.monsh.command.grafana.DataSourceCommands;
import dev.monsh.command.grafana.GrafanaStatusCommand;
import dev.monsh.command.grafana.Grafanas;
import dev.monsh.command.logs.LogfileCommands;
import dev.monsh.command.logs.LogsCommands;
import dev.monsh.command.metrics.MetricsCommands;
import dev.monsh.command.metrics.QueryCommand;
import dev.monsh.command.process.ProcessCommands;
import dev.monsh.command.shell.ConsoleCommands;
import dev.monsh.command.shell.HelpCommand;
import dev.monsh.command.shell.HistoryCommand;
import dev.monsh.command.shell.RunCommand;
import dev.monsh.command.shell.SaveCommand;
import dev.monsh.command.shell.VersionCommand;
import dev.monsh.command.shell.WatchCommand;
import dev.monsh.command.stack.DemoCommand;
import dev.monsh.command.stack.StackCheckCommand;
import dev.monsh.command.stack.StackCommands;
import dev.monsh.command.stack.StackDriftCommand;
import dev.monsh.command.stack.StackInitCommand;
import dev.monsh.command.stack.StackLogsCommand;
import dev.monsh.command.stack.StackReloadCommand;
import dev.monsh.command.top.TopCommand;
import dev.monsh.edit.AtomicFile;
import dev.monsh.logs.ql.LogQl;
import dev.monsh.metrics.ql.PromQl;
import dev.monsh.stack.init.StackWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** All commands, wired by hand: an application context would cost more than a whole query. */
final class CommandCatalog {

    private final List<MonshCommand> commands = new ArrayList<>();
    private final CommandTree tree;

    CommandCatalog(
            Surroundings surroundings,
            CurrentSession session,
            Sources sources,
            RunCommand.ScriptRun scripts,
            WatchCommand.CommandRunner watched,
            DemoCommand.Entrance entrance) {
        AtomicReference<CommandTree> built = new AtomicReference<>();
        LocalFiles files = new LocalFiles(surroundings);
        add(new QueryCommand(sources::metrics, surroundings.clock(), new WatchLoop()).define(session));
        add(new MetricsCommands(sources::metrics).define(session));
        add(new LogfileCommands(sources, files).define(session));
        add(new ProcessCommands(sources, files, new WatchLoop()).define(session));
        addStack(surroundings, session, sources);
        add(new LogsCommands(sources.logs(), surroundings.clock(), new InterruptGuard()).define(session));
        add(new BoxCommands(sources).define(session));
        addGateway(surroundings, session, sources);
        add(new ConfigCommands(sources, built::get).define(session));
        add(new DemoCommand(sources::demo, sources::metricsAt, LogSources::filesOf, surroundings.clock(), entrance)
                .define(session));
        add(new TopCommand(() -> new ConfiguredTop(surroundings, sources)).define(session));
        add(new RunCommand(scripts).define(session));
        add(new WatchCommand(watched, new WatchLoop(), surroundings.clock()).define(session));
        add(new SaveCommand(
                        sources.saved(),
                        built::get,
                        new BareExpression(built::get, new Languages(PromQl::new, LogQl::new), name -> true))
                .define(session));
        add(ConsoleCommands.define(session));
        add(new HelpCommand(built::get).define(session));
        add(new VersionCommand().define(session));
        add(new HistoryCommand(options ->
                        HistoryFile.of(surroundings.environment(), surroundings.home(), sources.boxName(options)))
                .define(session));
        add(new CompletionCommands(() -> new Completer(
                        built.get(),
                        sources.names(LiveValues.Pace.SHELL),
                        new Languages(PromQl::new, LogQl::new),
                        surroundings.clock()))
                .define(session));
        tree = new CommandTree(commands);
        built.set(tree);
    }

    private void addStack(Surroundings surroundings, CurrentSession session, Sources sources) {
        StackEngines stacks = new StackEngines(surroundings);
        StackObservation observers = new StackObservation(surroundings);
        add(new StackCommands(sources, stacks, surroundings.clock(), new WatchLoop()).define(session));
        add(new StackDriftCommand(sources, stacks, observers).define(session));
        add(new StackReloadCommand(sources, stacks, observers).define(session));
        add(new StackCheckCommand(sources, stacks, new StackChecks(surroundings)).define(session));
        add(new StackInitCommand(
                        sources,
                        surroundings.workingFolder(),
                        () -> new StackWriter(new AtomicFile(surroundings.clock())))
                .define(session));
        add(new StackLogsCommand(sources, stacks, surroundings.clock(), new InterruptGuard()).define(session));
    }

    private void addGateway(Surroundings surroundings, CurrentSession session, Sources sources) {
        GatewaySources gateway = new GatewaySources(sources, surroundings);
        TailnetSources tailnets = new TailnetSources(gateway, surroundings);
        ConfiguredClouds clouds = new ConfiguredClouds(sources, surroundings);
        add(new GatewayCommands(gateway, tailnets, clouds::firewall).define(session));
        add(new ConnectCommand(sources, gateway, gateway::probe).define(session));
        add(new BootstrapCommand(gateway, gateway::probe, gateway::secret, gateway::pause, surroundings.clock())
                .define(session));
        add(new GatewayHostCommands(gateway, gateway::probe).define(session));
        add(new TailscaleCommands(sources, tailnets, surroundings.clock()).define(session));
        add(new CloudCommands(clouds).define(session));
        add(new CloudRuleCommands(clouds, sources, gateway).define(session));
        Grafanas grafanas = new ConfiguredGrafanas(sources, surroundings);
        addGrafana(surroundings, session, sources, gateway, grafanas);
        OnboardSources places = new OnboardSources(
                surroundings,
                sources,
                gateway,
                tailnets,
                grafanas,
                clouds::firewall,
                new StackEngines(surroundings),
                new StackObservation(surroundings));
        add(new OnboardCommands(places).define(session));
        add(new DriftCommand(places).define(session));
    }

    private void addGrafana(
            Surroundings surroundings,
            CurrentSession session,
            Sources sources,
            GatewaySources gateway,
            Grafanas grafanas) {
        add(new GrafanaStatusCommand(grafanas).define(session));
        add(new DataSourceCommands(grafanas, sources, gateway, surroundings.clock()).define(session));
        add(new DashboardCommands(
                        grafanas, sources, surroundings.workingFolder(), () -> new AtomicFile(surroundings.clock()))
                .define(session));
    }

    private void add(MonshCommand command) {
        commands.add(command);
    }

    private void add(Stream<MonshCommand> several) {
        several.forEach(this::add);
    }

    CommandTree tree() {
        return tree;
    }
}
