package dev.monsh.command.grafana;

import dev.monsh.across.PublicEndpoints;
import dev.monsh.box.Box;
import dev.monsh.box.BoxChoice;
import dev.monsh.box.Configuration;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Server;
import dev.monsh.cli.GlobalOptions;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Boxes;
import dev.monsh.command.gateway.GatewayHosts;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.Problem;
import dev.monsh.failure.Spelling;
import dev.monsh.failure.UsageException;
import dev.monsh.gateway.map.GatewayHost;
import dev.monsh.gateway.site.PortMapping;
import dev.monsh.grafana.DataSource;
import dev.monsh.grafana.GrafanaServer;
import dev.monsh.grafana.datasource.BoxSources;
import dev.monsh.grafana.datasource.SourceChange;
import dev.monsh.grafana.datasource.SourceCheck;
import dev.monsh.grafana.datasource.SourceDifference;
import dev.monsh.grafana.datasource.SourceTest;
import dev.monsh.grafana.datasource.WantedSource;
import dev.monsh.view.grafana.GrafanaViews;
import dev.monsh.view.grafana.GrafanaViews.KnownSource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code grafana datasource …}: the data sources of boxes. */
public final class DataSourceCommands {

    private static final Option.Flag SEND_SECRETS =
            Option.flag("send-secrets", "send password, CA and certificates again even if nothing else differs");

    private final Grafanas grafanas;
    private final Boxes boxes;
    private final GatewayHosts gateways;
    private final InstantSource clock;

    /** Takes what reaches Grafana, the configuration and the gateway. */
    public DataSourceCommands(Grafanas grafanas, Boxes boxes, GatewayHosts gateways, InstantSource clock) {
        this.grafanas = grafanas;
        this.boxes = boxes;
        this.gateways = gateways;
        this.clock = clock;
    }

    /** Returns the commands. */
    public Stream<MonshCommand> define(Session session) {
        return Stream.of(
                GrafanaCommand.list("grafana datasource list", "list Grafana's data sources and the boxes they lead to")
                        .example("monsh grafana datasource list", "all data sources that the token may read")
                        .runs(session, this::list),
                add().runs(session, this::add),
                test().runs(session, this::test),
                GrafanaCommand.named("grafana datasource remove", "remove both data sources of a box")
                        .details("""
                                Removes only data sources that monsh created, which it recognises by their uids.
                                Dashboards that use them stay and show errors.
                                """)
                        .required("BOX", ValueKind.BOX)
                        .example("monsh grafana datasource remove aibox-2 --dry-run", "what would be removed")
                        .runs(session, this::remove));
    }

    private static MonshCommand.Builder add() {
        return GrafanaCommand.named("grafana datasource add", "add or update both data sources of a box")
                .details("""
                        Uses the box's address from the configuration, with its user name, password, headers and CA.
                        If that address is local to the box, the gateway's port for the box is used instead. Data
                        sources are found by uid, so a second run changes nothing; differences are updated and
                        reported, and everything that people set in Grafana stays. A provisioned data source is
                        rejected.

                        Grafana never reveals secrets, so they can't be compared: after changing a password, use
                        --send-secrets.
                        """)
                .required("BOX", ValueKind.BOX)
                .option(SEND_SECRETS)
                .example("monsh grafana datasource add aibox-2", "both data sources of a second box")
                .example("monsh grafana datasource add aibox-2 --dry-run", "what would change");
    }

    private static MonshCommand.Builder test() {
        return GrafanaCommand.list("grafana datasource test", "test data sources: health, data, live tail")
                .details("""
                        Goes further than Grafana's Save & Test, which an empty server passes: it also queries 'up'
                        from Prometheus, and the newest line and a live tail from Loki. If the tail fails through
                        Grafana, it is tried directly at the gateway to show on which side it gets lost. NAME is a
                        data source, its uid, or a box; without a name, every Prometheus and Loki is tested. The exit
                        code is 1 if a check fails.
                        """)
                .anyNumber("NAME", ValueKind.BOX)
                .example("monsh grafana datasource test aibox-2", "both data sources of a box");
    }

    private ExitCode list(Invocation call) {
        Configuration configuration = boxes.store(call.globals()).load();
        List<KnownSource> known = grafanas.open(call.globals()).dataSources().stream()
                .map(source ->
                        new KnownSource(source, box(configuration, source).map(Box::name)))
                .toList();
        GrafanaViews.sources().print(call.console(), call.format(), known);
        return ExitCode.DONE;
    }

    /** Returns the box that a data source leads to: by its uid, else by its address. */
    private static Optional<Box> box(Configuration configuration, DataSource source) {
        return configuration.boxes().values().stream()
                .filter(box -> BoxSources.SERVERS.stream()
                        .anyMatch(server -> WantedSource.uid(box.name(), server).equals(source.uid())
                                || leadsTo(source, box, server)))
                .findFirst();
    }

    private static boolean leadsTo(DataSource source, Box box, Server server) {
        return source.type().equals(server.key())
                && box.endpoint(server)
                        .filter(endpoint -> new WantedSource(box.name(), server, endpoint)
                                .url()
                                .equals(source.url().replaceFirst("/$", "")))
                        .isPresent();
    }

    private ExitCode add(Invocation call) {
        Configuration configuration = boxes.store(call.globals()).load();
        Box box = BoxChoice.find(configuration, call.argument(0));
        Map<Server, Endpoint> endpoints = endpoints(call.globals(), configuration, box);
        GrafanaServer grafana = grafanas.open(call.globals());
        BoxSources sources = new BoxSources(grafana, grafanas::secret);
        List<SourceChange> changes = new ArrayList<>();
        for (Server server : BoxSources.SERVERS) {
            WantedSource wanted = new WantedSource(
                    box.name(),
                    server,
                    Optional.ofNullable(endpoints.get(server)).orElseThrow(() -> noAddress(box, server)));
            changes.add(sources.look(wanted, call.get(SEND_SECRETS)));
        }
        warnOfTwins(call, grafana.dataSources(), changes);
        for (SourceChange change : changes) {
            if (!call.globals().dryRun()) {
                sources.make(change);
            }
            call.console().note(said(change, call.globals().dryRun()));
        }
        return ExitCode.DONE;
    }

    private Map<Server, Endpoint> endpoints(GlobalOptions options, Configuration configuration, Box box) {
        return new PublicEndpoints(configuration.gateway(), () -> mappings(options)).of(box);
    }

    private List<PortMapping> mappings(GlobalOptions options) {
        try (GatewayHost host = gateways.remote(options, entry -> {})) {
            return host.read().mappings();
        }
    }

    private static ConfigurationException noAddress(Box box, Server server) {
        return new ConfigurationException(
                List.of(new Problem(
                        "box " + box.name(),
                        0,
                        0,
                        "its " + server.title()
                                + " has no address that Grafana can reach: neither the configuration nor"
                                + " the gateway has one")),
                "monsh gateway map add " + box.name());
    }

    private static void warnOfTwins(Invocation call, List<DataSource> all, List<SourceChange> changes) {
        for (SourceChange change : changes) {
            for (DataSource twin : BoxSources.twins(change.wanted(), all)) {
                call.console()
                        .warn("data source '" + twin.name() + "' (uid " + twin.uid() + ") has the same URL "
                                + twin.url() + "; somebody created it by hand, so it is kept");
            }
        }
    }

    private static String said(SourceChange change, boolean dry) {
        String name = "data source " + change.wanted().uid();
        return switch (change) {
            case SourceChange.Add(WantedSource wanted) -> (dry ? "would add " : "added ") + name + ": " + wanted.url();
            case SourceChange.Update(var _, var _, List<SourceDifference> differences) ->
                (dry ? "would update " : "updated ") + name + ": " + texts(differences);
            case SourceChange.None(var _, var _) -> name + ": up to date, nothing changed";
            case SourceChange.Provisioned(var _, var _, List<SourceDifference> differences) ->
                name + ": read-only, defined by a provisioning file; it differs: " + texts(differences);
        };
    }

    private static String texts(List<SourceDifference> differences) {
        return differences.isEmpty()
                ? "secrets sent again"
                : String.join(
                        "; ", differences.stream().map(SourceDifference::text).toList());
    }

    private ExitCode test(Invocation call) {
        Configuration configuration = boxes.store(call.globals()).load();
        GrafanaServer grafana = grafanas.open(call.globals());
        List<DataSource> chosen = chosen(call.argumentsFrom(0), configuration, grafana.dataSources());
        SourceTest test = new SourceTest(
                grafana,
                source -> grafanas.proxied(call.globals(), source.uid()),
                source -> box(configuration, source)
                        .map(box ->
                                endpoints(call.globals(), configuration, box).get(Server.LOKI))
                        .map(endpoint -> grafanas.straight(call.globals(), endpoint)),
                clock);
        List<SourceCheck> checks =
                chosen.stream().flatMap(source -> test.run(source).stream()).toList();
        GrafanaViews.checks().print(call.console(), call.format(), checks);
        if (chosen.isEmpty()) {
            call.console().note("Grafana has no data source of type prometheus or loki");
        }
        boolean failed = checks.stream().anyMatch(each -> each.result() == SourceCheck.Result.FAILED);
        return failed || chosen.isEmpty() ? ExitCode.NO : ExitCode.DONE;
    }

    private static List<DataSource> chosen(List<String> names, Configuration configuration, List<DataSource> all) {
        List<DataSource> candidates = all.stream().filter(DataSource::isOfBox).toList();
        if (names.isEmpty()) {
            return candidates;
        }
        List<DataSource> chosen = new ArrayList<>();
        for (String name : names) {
            List<DataSource> found = candidates.stream()
                    .filter(source -> source.name().equals(name)
                            || source.uid().equals(name)
                            || box(configuration, source)
                                    .filter(box -> box.name().equals(name))
                                    .isPresent())
                    .toList();
            if (found.isEmpty()) {
                throw notFound(name, candidates);
            }
            chosen.addAll(found);
        }
        return chosen.stream().distinct().toList();
    }

    private static UsageException notFound(String name, List<DataSource> candidates) {
        String meant = Spelling.nearest(
                        name, candidates.stream().map(DataSource::name).toList())
                .map(each -> "; did you mean '" + each + "'?")
                .orElse("");
        return new UsageException(
                "data source '" + name + "'",
                "Grafana has none with this name, this uid or of this box" + meant,
                "monsh grafana datasource list");
    }

    private ExitCode remove(Invocation call) {
        String box = call.argument(0);
        BoxSources sources = new BoxSources(grafanas.open(call.globals()), grafanas::secret);
        List<DataSource> found = sources.of(box);
        if (found.isEmpty()) {
            call.console().note("Grafana has no data source of " + box + " created by monsh; nothing changed");
            return ExitCode.DONE;
        }
        found.forEach(
                source -> call.console().note("remove " + source.name() + " (" + source.uid() + "): " + source.url()));
        if (!GrafanaCommand.agreed(call, "remove " + found.size() + " data sources", "remove these?")) {
            return call.globals().dryRun() ? ExitCode.DONE : ExitCode.NO;
        }
        for (DataSource source : found) {
            sources.remove(source);
            call.console().note("removed data source " + source.uid());
        }
        return ExitCode.DONE;
    }
}
