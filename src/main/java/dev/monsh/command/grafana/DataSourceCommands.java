package dev.monsh.command.grafana;

import dev.monsh.box.Box;
import dev.monsh.box.Configuration;
import dev.monsh.box.Server;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Boxes;
import dev.monsh.command.gateway.GatewayHosts;
import dev.monsh.command.next.NextSteps;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.Spelling;
import dev.monsh.failure.UsageException;
import dev.monsh.grafana.DataSource;
import dev.monsh.grafana.GrafanaServer;
import dev.monsh.grafana.datasource.BoxSources;
import dev.monsh.grafana.datasource.SourceCheck;
import dev.monsh.grafana.datasource.SourceTest;
import dev.monsh.grafana.datasource.WantedSource;
import dev.monsh.view.grafana.GrafanaViews;
import dev.monsh.view.grafana.GrafanaViews.KnownSource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code grafana datasource …}: the data sources of boxes. */
public final class DataSourceCommands {

    private final Grafanas grafanas;
    private final Boxes boxes;
    private final BoxEndpoints endpoints;
    private final InstantSource clock;

    /** Takes what reaches Grafana, the configuration and the gateway. */
    public DataSourceCommands(Grafanas grafanas, Boxes boxes, GatewayHosts gateways, InstantSource clock) {
        this.grafanas = grafanas;
        this.boxes = boxes;
        this.endpoints = new BoxEndpoints(gateways);
        this.clock = clock;
    }

    /** Returns the commands. */
    public Stream<MonshCommand> define(Session session) {
        return Stream.of(
                GrafanaCommand.list("grafana datasource list", "List Grafana's data sources and the boxes they lead to")
                        .example("monsh grafana datasource list", "all data sources that the token may read")
                        .runs(session, this::list),
                new DataSourceAdd(grafanas, boxes, endpoints).define(session),
                test().runs(session, this::test),
                GrafanaCommand.named("grafana datasource remove", "Remove both data sources of a box")
                        .details("""
                                Removes only data sources that monsh created, which it recognises by their uids.
                                Dashboards that use them stay and show errors.
                                """)
                        .required("BOX", ValueKind.BOX)
                        .example("monsh grafana datasource remove aibox-2 --dry-run", "what would be removed")
                        .runs(session, this::remove));
    }

    private static MonshCommand.Builder test() {
        return GrafanaCommand.list("grafana datasource test", "Test data sources: health, data, live tail")
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

    private ExitCode test(Invocation call) {
        Configuration configuration = boxes.store(call.globals()).load();
        GrafanaServer grafana = grafanas.open(call.globals());
        List<DataSource> chosen = chosen(call.argumentsFrom(0), configuration, grafana.dataSources());
        SourceTest test = new SourceTest(
                grafana,
                source -> grafanas.proxied(call.globals(), source.uid()),
                source -> box(configuration, source)
                        .map(box ->
                                endpoints.of(call.globals(), configuration, box).get(Server.LOKI))
                        .map(endpoint -> grafanas.straight(call.globals(), endpoint)),
                clock);
        List<SourceCheck> checks =
                chosen.stream().flatMap(source -> test.run(source).stream()).toList();
        GrafanaViews.checks(NextSteps::text).print(call.console(), call.format(), checks);
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
