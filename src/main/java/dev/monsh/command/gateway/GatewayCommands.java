package dev.monsh.command.gateway;

import dev.monsh.box.TailnetAddress;
import dev.monsh.cli.Invocation;
import dev.monsh.cli.MonshCommand;
import dev.monsh.cli.Option;
import dev.monsh.cli.Session;
import dev.monsh.cli.ValueKind;
import dev.monsh.command.next.NextSteps;
import dev.monsh.failure.ExitCode;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.Risk;
import dev.monsh.failure.UsageException;
import dev.monsh.gateway.ServiceAddress;
import dev.monsh.gateway.audit.AuditFinding;
import dev.monsh.gateway.audit.GatewayAudit;
import dev.monsh.gateway.map.GatewayHost;
import dev.monsh.gateway.map.MappingChange;
import dev.monsh.gateway.map.MappingEditor;
import dev.monsh.gateway.map.MappingState;
import dev.monsh.gateway.map.NewMapping;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.PortMapping;
import dev.monsh.terminal.OutputFormat;
import dev.monsh.view.gateway.GatewayViews;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code gateway …}: the ports of the gateway and the boxes that they lead to. */
public final class GatewayCommands {

    private static final Option.Flag NO_PROBE = Option.flag("no-probe", "do not check whether the targets answer");
    private static final Option.Single<TailnetAddress> TAILSCALE_IP = Option.of(
            "tailscale-ip", "IP", ValueKind.TAILNET_ADDRESS, "the box's address in the tailnet", TailnetAddress::parse);
    private static final Option.Single<Integer> PROMETHEUS_PORT = Option.of(
            "prometheus-port", "N", ValueKind.NUMBER, "the public port for its Prometheus", GatewayCommands::port);
    private static final Option.Single<Integer> LOKI_PORT =
            Option.of("loki-port", "N", ValueKind.NUMBER, "the public port for its Loki", GatewayCommands::port);

    static final String GROUP = "Gateway";

    private static final OutputFormat[] FORMATS = {
        OutputFormat.TABLE, OutputFormat.TSV, OutputFormat.CSV, OutputFormat.JSON, OutputFormat.JSONL
    };

    private static final Option.Single<Path> FILE =
            Option.file("file", "FILE", "edit this local file instead of the gateway's; uses no network");

    private static final String EDIT = """

            Shows a diff before anything is written, and keeps a backup. Everything outside the affected blocks stays
            byte for byte as it is. On the gateway, nginx tests the change before it goes live, and if nginx rejects
            it the old file is restored. Then every changed port is checked; the exit code is 6 if one does not
            answer.""";

    /** How long 'gateway map list' waits for what the ports lead to. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final GatewayHosts hosts;
    private final Tailnets tailnets;
    private final Firewalls firewalls;
    private final GatewayReview review;

    /** Takes what finds the file with the mappings, what knows the addresses of boxes, and the security group. */
    public GatewayCommands(GatewayHosts hosts, Tailnets tailnets, Firewalls firewalls) {
        this.hosts = hosts;
        this.tailnets = tailnets;
        this.firewalls = firewalls;
        this.review = new GatewayReview();
    }

    /** Returns the commands. */
    public Stream<MonshCommand> define(Session session) {
        return Stream.of(
                list().runs(session, this::list),
                add().runs(session, this::add),
                command("gateway map set", "Point a public port at another address")
                        .details(
                                "Changes the address in the port's block, or in the upstream that only it uses." + EDIT)
                        .required("PORT", ValueKind.NUMBER)
                        .required("IP:PORT", ValueKind.TEXT)
                        .example(
                                "monsh gateway map set 9091 100.64.0.9:9090 --file monitoring-proxy --dry-run",
                                "what would change if a box gets another address")
                        .runs(session, this::set),
                command("gateway map move", "Move a mapping to another public port")
                        .details("Changes every listen directive of the port." + EDIT)
                        .required("PORT", ValueKind.NUMBER)
                        .required("NEWPORT", ValueKind.NUMBER)
                        .option(FirewallChange.OPEN)
                        .example(
                                "monsh gateway map move 9091 9095 --file monitoring-proxy --dry-run",
                                "what would change")
                        .runs(session, this::move),
                command("gateway map remove", "Remove the mappings of a box or of a port")
                        .details("Also removes the comment lines directly above a block." + EDIT)
                        .required("BOX|PORT", ValueKind.BOX)
                        .option(FirewallChange.OPEN)
                        .example(
                                "monsh gateway map remove 9091 --file monitoring-proxy --dry-run",
                                "what would change; without --dry-run it asks")
                        .runs(session, this::remove),
                audit().runs(session, this::audit),
                GatewayHarden.define(
                                command(
                                        "gateway harden",
                                        "Add WebSocket upgrade, timeouts and read-only access to mappings"),
                                EDIT)
                        .runs(session, this::harden));
    }

    private static MonshCommand.Builder command(String name, String summary) {
        return MonshCommand.named(name).group(GROUP).summary(summary).option(FILE);
    }

    private static MonshCommand.Builder list() {
        return command("gateway map list", "List the public ports and where they lead")
                .alias("gateway map")
                .details("""
                        Hand-written blocks are recognised. A box is identified by its Tailscale address in the
                        configuration, a service by the target's port or a comment above the block. The gateway checks
                        all targets at once, for 3 s or --timeout; a dash means not checked.
                        """)
                .option(NO_PROBE)
                .formats(FORMATS)
                .example("monsh gateway map list --file monitoring-proxy", "the mappings in a file")
                .example("monsh gateway map list -o json --file monitoring-proxy", "the same as JSON");
    }

    private static MonshCommand.Builder add() {
        return command("gateway map add", "Map public ports to the Prometheus and Loki of a box")
                .details("""
                        Uses the next free pair of ports after 9090 and 3100 unless you name them. The new blocks
                        support live tail, have timeouts and are read-only. If the gateway does not have the file yet,
                        it is created, with the link in sites-enabled.

                        Without an address, the box's address in the configuration is used, or that of the machine
                        in the tailnet. Warns if Tailscale, on this machine or else on the gateway, disagrees about the
                        address.""" + EDIT)
                .required("BOX", ValueKind.TAILNET_NAME)
                .option(TAILSCALE_IP)
                .option(PROMETHEUS_PORT)
                .option(LOKI_PORT)
                .option(FirewallChange.OPEN)
                .example(
                        "monsh gateway map add aibox-2 --tailscale-ip 100.64.0.8 --file monitoring-proxy --dry-run",
                        "what would be added for a second box");
    }

    private static MonshCommand.Builder audit() {
        return command("gateway audit", "Find security problems in the gateway's configuration")
                .details("Each finding has a severity, the evidence and a remedy. The exit code is 1 if any is high.")
                .formats(FORMATS)
                .example("monsh gateway audit --file monitoring-proxy", "what the file alone shows");
    }

    private GatewayHost host(Invocation call) {
        return call.get(FILE)
                .map(file -> hosts.local(file, call.globals()))
                .orElseGet(() -> hosts.remote(call.globals(), new GatewayNews(call.console())::tell));
    }

    /** What is read is shown all the same; that nothing could be changed is said with it. */
    static Consumer<MonshException> warning(Invocation call) {
        return trouble -> call.console()
                .warn(
                        trouble.what() + ": " + trouble.why(),
                        Optional.ofNullable(trouble.next()).map(NextSteps::text));
    }

    private ExitCode list(Invocation call) {
        try (GatewayHost host = host(call)) {
            List<PortMapping> mappings = host.look(warning(call)).mappings();
            Duration limit = call.globals().timeout().orElse(PATIENCE);
            List<MappingState> states = call.get(NO_PROBE)
                    ? mappings.stream().map(MappingState::unasked).toList()
                    : host.asked(mappings, limit);
            GatewayViews.mappings().print(call.console(), call.format(), states);
            return ExitCode.DONE;
        }
    }

    private ExitCode add(Invocation call) {
        String box = call.argument(0);
        Optional<TailnetAddress> given = call.get(TAILSCALE_IP);
        Optional<Integer> prometheus = call.get(PROMETHEUS_PORT);
        Optional<Integer> loki = call.get(LOKI_PORT);
        try (GatewayHost host = host(call)) {
            GatewaySite site = host.readOrNew();
            TailnetAddress address =
                    new BoxAddress(box, tailnets.near(host, call.globals()), call.console()).find(given, site.boxes());
            NewMapping mapping = new NewMapping(box, address, prometheus, loki);
            return withFirewall(call, host, new MappingEditor(site).add(mapping));
        }
    }

    private ExitCode withFirewall(Invocation call, GatewayHost host, MappingChange change) {
        return new FirewallChange(call, firewalls, call.get(FILE).isPresent())
                .around(change, () -> review.run(call, host, change));
    }

    private static int port(String where, String text) {
        return ServiceAddress.port(text)
                .orElseThrow(
                        () -> new UsageException(where + " " + text, "isn't a port: use a number from 1 to 65535"));
    }

    private ExitCode set(Invocation call) {
        int port = port("PORT", call.argument(0));
        ServiceAddress target = ServiceAddress.parse("IP:PORT", call.argument(1));
        try (GatewayHost host = host(call)) {
            return review.run(call, host, new MappingEditor(host.read()).set(port, target));
        }
    }

    private ExitCode move(Invocation call) {
        int port = port("PORT", call.argument(0));
        int newPort = port("NEWPORT", call.argument(1));
        try (GatewayHost host = host(call)) {
            return withFirewall(call, host, new MappingEditor(host.read()).move(port, newPort));
        }
    }

    private ExitCode remove(Invocation call) {
        String which = call.argument(0);
        Optional<Integer> port = which.matches("[0-9]+") ? Optional.of(port("PORT", which)) : Optional.empty();
        try (GatewayHost host = host(call)) {
            MappingEditor editor = new MappingEditor(host.read());
            return withFirewall(call, host, port.map(editor::remove).orElseGet(() -> editor.removeBox(which)));
        }
    }

    private ExitCode audit(Invocation call) {
        try (GatewayHost host = host(call)) {
            List<AuditFinding> findings = GatewayAudit.findings(host.look(warning(call)));
            GatewayViews.findings(NextSteps::text).print(call.console(), call.format(), findings);
            boolean high = findings.stream().anyMatch(each -> each.severity() == Risk.HIGH);
            return high ? ExitCode.NO : ExitCode.DONE;
        }
    }

    private ExitCode harden(Invocation call) {
        GatewayHarden hardening = new GatewayHarden(call, review);
        try (GatewayHost host = host(call)) {
            return hardening.run(host);
        }
    }
}
