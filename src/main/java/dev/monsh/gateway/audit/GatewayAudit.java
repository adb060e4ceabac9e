package dev.monsh.gateway.audit;

import dev.monsh.failure.NextStep;
import dev.monsh.failure.Risk;
import dev.monsh.gateway.GatewayNextStep;
import dev.monsh.gateway.PortRange;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.Listen;
import dev.monsh.gateway.site.Protocol;
import dev.monsh.gateway.site.ServerBlock;
import dev.monsh.gateway.site.UnreadInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks for what can do harm in the files of a gateway, as far as the files alone can tell. */
public final class GatewayAudit {

    private final GatewaySite site;
    private final List<ServerBlock> servers;
    private final ServerIndex index;
    private final List<AuditFinding> findings = new ArrayList<>();

    private GatewayAudit(GatewaySite site) {
        this.site = site;
        this.servers = site.servers();
        this.index = new ServerIndex(servers);
    }

    /** Returns the findings, the gravest first, then in the order of the files. */
    public static List<AuditFinding> findings(GatewaySite site) {
        GatewayAudit audit = new GatewayAudit(site);
        for (int number = 0; number < audit.servers.size(); number++) {
            ServerBlock server = audit.servers.get(number);
            if (!server.routes().isEmpty()) {
                audit.findings.addAll(new ServerAudit(site, server).findings());
                audit.anyHost(server);
            }
            audit.sharedPort(number, server);
            audit.sharedName(number, server);
            audit.foreignAddress(server);
        }
        site.unread().forEach(audit::unread);
        audit.findings.sort(Comparator.comparing(AuditFinding::severity));
        return List.copyOf(audit.findings);
    }

    private void unread(UnreadInclude include) {
        findings.add(new AuditFinding(
                Risk.HIGH,
                "undecided",
                include.file().name(),
                include.line(),
                0,
                "monsh cannot tell which servers there are: the file of include "
                        + include.include().argument(0) + " was not read",
                new NextStep.Text("audit the gateway itself, where monsh reads every file")));
    }

    private void anyHost(ServerBlock server) {
        for (PortRange ports : server.ports()) {
            if (server.protocol() == Protocol.HTTP && index.isDefault(server, ports)) {
                add(
                        Risk.LOW,
                        "any-host",
                        server,
                        ports.first(),
                        "requests are answered for any host name",
                        new GatewayNextStep.RefuseOtherHosts());
            }
        }
    }

    private void sharedPort(int number, ServerBlock server) {
        for (PortRange ports : server.ports()) {
            for (ServerBlock other : index.otherProtocols(number, server, ports)) {
                add(
                        Risk.HIGH,
                        "port-clash",
                        server,
                        ports.first(),
                        "the " + other.protocol().word() + " server at " + other.place() + " uses this port, too",
                        new GatewayNextStep.MovePort(ports.first()));
            }
        }
    }

    private void sharedName(int number, ServerBlock server) {
        for (PortRange ports : server.ports()) {
            for (ServerBlock other : index.clashing(number, server, ports)) {
                add(
                        Risk.HIGH,
                        "name-clash",
                        server,
                        ports.first(),
                        (index.isDefault(server, ports)
                                        ? "nginx uses this server for other host names only: for its own name"
                                        : "nginx ignores this server:")
                                + " it uses the one at " + other.place() + ", with the same port and name",
                        new NextStep.Text("remove one of the two, or give it another port"));
            }
        }
    }

    /** A public address is translated on its way, so that no interface has it and nginx can't bind to it. */
    private void foreignAddress(ServerBlock server) {
        for (Listen listen : server.listens()) {
            if (site.publicHost().filter(listen.address()::equals).isPresent()) {
                add(
                        Risk.HIGH,
                        "public-listen",
                        server,
                        listen.ports().first(),
                        "it listens on the public address " + listen.address()
                                + ", which in EC2 no network interface of the machine has",
                        new NextStep.Text("listen on the port only, without an address"));
            }
        }
    }

    private void add(Risk severity, String check, ServerBlock server, int port, String evidence, NextStep remedy) {
        findings.add(new AuditFinding(severity, check, server.file().name(), server.line(), port, evidence, remedy));
    }
}
