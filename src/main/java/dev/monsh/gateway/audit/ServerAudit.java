package dev.monsh.gateway.audit;

import dev.monsh.box.Server;
import dev.monsh.box.TailnetAddress;
import dev.monsh.failure.NextStep;
import dev.monsh.failure.Risk;
import dev.monsh.gateway.GatewayNextStep;
import dev.monsh.gateway.site.Exposure;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.MappingLabel;
import dev.monsh.gateway.site.MappingReader;
import dev.monsh.gateway.site.NginxTime;
import dev.monsh.gateway.site.Protocol;
import dev.monsh.gateway.site.SeenExposures;
import dev.monsh.gateway.site.ServerBlock;
import dev.monsh.gateway.site.ServicePaths;
import dev.monsh.gateway.site.Target;
import dev.monsh.gateway.traffic.Authentication;
import dev.monsh.gateway.traffic.Inheritance;
import dev.monsh.gateway.traffic.RequestFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Looks at one server that proxies. */
final class ServerAudit {

    private static final NextStep HARDEN = new GatewayNextStep.Harden();
    private static final NextStep BY_HAND =
            new NextStep.Text("edit it by hand: a location with a fixed proxy_pass for each"
                    + " path that is needed, and return 403 for the others");

    private final ServerBlock server;
    private final int port;
    private final Target target;
    private final Optional<Server> service;
    private final MappingLabel label;
    private final SeenExposures seen;
    private final Inheritance rules;
    private final List<AuditFinding> findings = new ArrayList<>();

    ServerAudit(GatewaySite site, ServerBlock server) {
        this.server = server;
        this.port = server.ports().isEmpty() ? 0 : server.ports().getFirst().first();
        this.target = server.targets().getFirst();
        this.label = new MappingLabel(site.boxes());
        this.seen = site.seen();
        this.service = label.service(server, target);
        this.rules = new Inheritance(
                MappingReader.chain(server, target, ServicePaths.of(service).upgrade()));
    }

    List<AuditFinding> findings() {
        if (server.protocol() == Protocol.HTTP) {
            access();
            encryption();
            liveTail();
            answers();
            add(
                    rules.all("limit_req").isEmpty(),
                    Risk.LOW,
                    "no-rate-limit",
                    "requests are not rate-limited",
                    new NextStep.Text("limit_req in this server, limit_req_zone above it"));
        } else {
            add(
                    !rules.restrictsAddresses(),
                    Risk.HIGH,
                    "writes",
                    "a stream server lets every request through to " + target.text(),
                    new NextStep.Text("serve the port from http, where paths can be allowed"));
        }
        targets();
        return findings;
    }

    private void access() {
        boolean closed = true;
        for (Target each : server.targets()) {
            Optional<Server> behind = label.service(server, each);
            Exposure exposure = seen.of(server, each, behind);
            closed &= exposure instanceof Exposure.Closed;
            exposed(each, exposure, label.mayBeService(server, each) ? Risk.HIGH : Risk.MEDIUM);
        }
        clients(closed ? Risk.MEDIUM : Risk.HIGH);
        boolean basic =
                rules.value("auth_basic").filter(realm -> !realm.equals("off")).isPresent();
        add(
                basic && rules.header("Authorization").filter(String::isEmpty).isEmpty(),
                Risk.LOW,
                "password-forwarded",
                "the gateway's password is forwarded to " + target.text(),
                HARDEN);
    }

    /** One way in that asks nobody is enough. */
    private void clients(Risk severity) {
        List<Authentication> asking = new WaysIn(server)
                .chains().stream()
                        .filter(chain -> !new Inheritance(chain).restrictsAddresses())
                        .map(Authentication::of)
                        .toList();
        boolean open = asking.stream().anyMatch(Authentication.None.class::isInstance);
        add(
                open,
                severity,
                "no-authentication",
                "anyone who can reach port " + port + " gets in: no password, no certificate, no allowed addresses",
                new GatewayNextStep.RestrictClients());
        asking.stream()
                .filter(Authentication.Doubtful.class::isInstance)
                .map(Authentication.Doubtful.class::cast)
                .findFirst()
                .ifPresent(doubtful -> add(
                        !open,
                        Risk.HIGH,
                        "undecided",
                        "monsh cannot tell whether everybody gets in: " + doubtful.why(),
                        new NextStep.Text("test it by hand, without a password")));
    }

    private void exposed(Target target, Exposure exposure, Risk severity) {
        switch (exposure) {
            case Exposure.Open(String method, List<String> paths) ->
                add(
                        true,
                        severity,
                        "writes",
                        method + " " + String.join(", ", paths) + " reaches " + target.text(),
                        severity == Risk.MEDIUM || hardenable(target) ? HARDEN : BY_HAND);
            case Exposure.Undecided(String why) ->
                add(
                        true,
                        Risk.HIGH,
                        "undecided",
                        "monsh cannot tell whether a write reaches " + target.text() + ": " + why,
                        hardenable(target) ? new GatewayNextStep.HardenOrTest() : BY_HAND);
            case Exposure.Closed() ->
                add(
                        seen.letsOtherMethods(server, target),
                        Risk.LOW,
                        "methods",
                        "methods other than GET, HEAD and POST reach " + target.text(),
                        HARDEN);
        }
    }

    /** Guards help where it is known what is needed, and nothing but the paths is in doubt. */
    private boolean hardenable(Target target) {
        return !(target instanceof Target.Dynamic)
                && ServicePaths.of(label.service(server, target)).areKnown()
                && RequestFlow.doubt(server.chain()).isEmpty();
    }

    private void encryption() {
        boolean password = rules.mentionsAuthentication();
        add(
                !server.encrypts(),
                password ? Risk.MEDIUM : Risk.LOW,
                "clear-text",
                (password ? "the password and all responses" : "all requests and responses") + " pass in clear text",
                new NextStep.Text("listen " + port + " ssl with ssl_certificate and ssl_certificate_key"));
    }

    private void liveTail() {
        boolean loki = service.filter(Server.LOKI::equals).isPresent();
        add(
                loki && !rules.upgrades(),
                Risk.MEDIUM,
                "no-live-tail",
                "live tail gets 400 instead of 101: the upgrade headers are not passed on",
                HARDEN);
    }

    private void answers() {
        boolean http11 = rules.value("proxy_http_version").filter("1.1"::equals).isPresent();
        add(
                !http11,
                Risk.MEDIUM,
                "http-1.0",
                "an answer that upstream cuts off reaches the client as a complete 200",
                HARDEN);
        Optional<Long> read = rules.value("proxy_read_timeout").flatMap(NginxTime::seconds);
        add(
                service.isPresent() && read.orElse(NginxTime.USUAL) < NginxTime.QUERY,
                Risk.LOW,
                "read-timeout",
                "a query that takes longer than " + read.orElse(NginxTime.USUAL)
                        + " s gets 504; Prometheus allows 120 s",
                HARDEN);
        Optional<Long> connect = rules.value("proxy_connect_timeout").flatMap(NginxTime::seconds);
        add(
                connect.orElse(NginxTime.USUAL) > NginxTime.PATIENCE,
                Risk.LOW,
                "connect-timeout",
                "if the box is off, a query hangs for " + connect.orElse(NginxTime.USUAL) + " s",
                HARDEN);
    }

    private void targets() {
        for (Target each : server.targets()) {
            if (each instanceof Target.Address address) {
                String host = address.host().replaceAll("[\\[\\]]", "");
                NextStep elsewhere =
                        new GatewayNextStep.SetTarget(port, Optional.empty(), OptionalInt.of(address.port()));
                Optional<TailnetAddress> literal = TailnetAddress.of(host);
                add(
                        literal.isEmpty(),
                        Risk.MEDIUM,
                        "name",
                        "the target is the name " + host + ": nginx does not start if the name can't be resolved",
                        elsewhere);
                add(
                        literal.filter(found -> !found.isOfTailnet() && !found.isLoopback())
                                .isPresent(),
                        Risk.MEDIUM,
                        "outside-tailnet",
                        "traffic to " + host + " does not go through the tailnet",
                        elsewhere);
            }
        }
    }

    private void add(boolean found, Risk severity, String check, String evidence, NextStep remedy) {
        if (found) {
            findings.add(
                    new AuditFinding(severity, check, server.file().name(), server.line(), port, evidence, remedy));
        }
    }
}
