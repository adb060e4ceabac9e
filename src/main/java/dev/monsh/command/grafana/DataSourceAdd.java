package dev.monsh.command.grafana;

import dev.monsh.across.PublicEndpoints;
import dev.monsh.box.Box;
import dev.monsh.box.BoxChoice;
import dev.monsh.box.Configuration;
import dev.monsh.box.Endpoint;
import dev.monsh.box.Server;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.Boxes;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.Problem;
import dev.monsh.grafana.DataSource;
import dev.monsh.grafana.GrafanaServer;
import dev.monsh.grafana.datasource.BoxSources;
import dev.monsh.grafana.datasource.SourceChange;
import dev.monsh.grafana.datasource.SourceDifference;
import dev.monsh.grafana.datasource.WantedSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code grafana datasource add [BOX…]}: both data sources of each box. */
final class DataSourceAdd {

    private static final Option.Flag SEND_SECRETS =
            Option.flag("send-secrets", "send password, CA and certificates again although nothing else differs");

    private final Grafanas grafanas;
    private final Boxes boxes;
    private final BoxEndpoints endpoints;

    DataSourceAdd(Grafanas grafanas, Boxes boxes, BoxEndpoints endpoints) {
        this.grafanas = grafanas;
        this.boxes = boxes;
        this.endpoints = endpoints;
    }

    MonshCommand define(Session session) {
        return GrafanaCommand.named("grafana datasource add", "Add or update the data sources of boxes")
                .details("""
                        Adds a Prometheus and a Loki data source for each BOX; without BOX, for every box of the
                        configuration that Grafana can reach. The address is the box's in the configuration, with its user
                        name, password, headers and CA. If that is an address of the box itself, the gateway's port for the
                        box is used instead. Data sources are found again by their uid, so a second run changes nothing.
                        Differences are reported and updated; everything else that people set in Grafana stays. A data source
                        from a provisioning file is read-only and is refused.

                        Grafana never shows secrets, so monsh cannot compare them: use --send-secrets after a password
                        has changed.
                        """)
                .anyNumber("BOX", ValueKind.BOX)
                .option(SEND_SECRETS)
                .example("monsh grafana datasource add aibox-2", "both data sources of a second box")
                .example("monsh grafana datasource add aibox-2 --dry-run", "what would change")
                .runs(session, this::add);
    }

    private ExitCode add(Invocation call) {
        Configuration configuration = boxes.store(call.globals()).load();
        List<WantedSource> wanted = wanted(call, configuration);
        GrafanaServer grafana = grafanas.open(call.globals());
        BoxSources sources = new BoxSources(grafana, grafanas::secret);
        List<SourceChange> changes = wanted.stream()
                .map(each -> sources.look(each, call.get(SEND_SECRETS)))
                .toList();
        warnOfTwins(call, grafana.dataSources(), changes);
        for (SourceChange change : changes) {
            if (!call.globals().dryRun()) {
                sources.make(change);
            }
            call.console().note(said(change, call.globals().dryRun()));
        }
        return ExitCode.DONE;
    }

    private List<WantedSource> wanted(Invocation call, Configuration configuration) {
        List<String> names = call.argumentsFrom(0);
        PublicEndpoints known = endpoints.reader(call.globals(), configuration);
        List<Box> chosen = names.isEmpty()
                ? List.copyOf(configuration.boxes().values())
                : names.stream()
                        .distinct()
                        .map(name -> BoxChoice.find(configuration, name))
                        .toList();
        List<WantedSource> wanted = new ArrayList<>();
        for (Box box : chosen) {
            Map<Server, Endpoint> found = known.of(box);
            for (Server server : BoxSources.SERVERS) {
                Endpoint endpoint = found.get(server);
                if (endpoint != null) {
                    wanted.add(new WantedSource(box.name(), server, endpoint));
                } else if (!names.isEmpty() && found.isEmpty()) {
                    throw noAddress(box, server);
                } else {
                    call.console().warn("box " + box.name() + ": skipped, " + unreachable(server));
                }
            }
        }
        if (wanted.isEmpty()) {
            throw new ConfigurationException(
                    List.of(new Problem("the configuration", 0, 0, "it has no box that Grafana can reach")),
                    "monsh box onboard NAME");
        }
        return wanted;
    }

    private static String unreachable(Server server) {
        return "its " + server.title()
                + " has no address that Grafana can reach: neither the configuration nor the gateway" + " has one";
    }

    private static ConfigurationException noAddress(Box box, Server server) {
        return new ConfigurationException(
                List.of(new Problem("box " + box.name(), 0, 0, unreachable(server))),
                "monsh gateway map add " + box.name());
    }

    private static void warnOfTwins(Invocation call, List<DataSource> all, List<SourceChange> changes) {
        for (SourceChange change : changes) {
            for (DataSource twin : BoxSources.twins(change.wanted(), all)) {
                call.console()
                        .warn("data source '" + twin.name() + "' (uid " + twin.uid() + ") has the same URL "
                                + twin.url() + "; it was made by hand and stays");
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
}
