package dev.monsh.gateway.map;

import dev.monsh.box.Box;
import dev.monsh.box.BoxName;
import dev.monsh.box.Server;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.UsageException;
import dev.monsh.gateway.GatewayNextStep;
import dev.monsh.gateway.ServiceAddress;
import dev.monsh.gateway.nginx.BlockInsertion;
import dev.monsh.gateway.nginx.BlockText;
import dev.monsh.gateway.nginx.NginxEditor;
import dev.monsh.gateway.nginx.NginxFile;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.MappingLabel;
import dev.monsh.gateway.site.PortMapping;
import dev.monsh.gateway.site.Protocol;
import dev.monsh.gateway.site.ServerNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Adds the blocks of a box. */
final class MappingAddition {

    private static final int PROMETHEUS_PORT = 9090;
    private static final int LOKI_PORT = 3100;

    private final GatewaySite site;
    private final NewMapping wanted;
    private final List<String> warnings = new ArrayList<>();

    MappingAddition(GatewaySite site, NewMapping wanted) {
        this.site = site;
        this.wanted = wanted;
    }

    MappingChange change() {
        if (!BoxName.isUsable(wanted.box())) {
            throw new UsageException("box '" + wanted.box() + "'", "a box's name " + BoxName.RULE);
        }
        if (wanted.box().matches("[0-9]+")) {
            throw new UsageException(
                    "box '" + wanted.box() + "'", "a name with only digits looks like a port; add a letter");
        }
        requireHttp();
        requireNew();
        UsedPorts.Pair ports = UsedPorts.of(site).choose(wanted.prometheusPort(), wanted.lokiPort());
        warnAboutAddress();
        Optional<String> name = new ServerNames(site).ofGateway();
        if (name.isEmpty()) {
            warnings.add("any Host header is accepted on these ports: set gateway.public_host in the configuration");
        }
        HttpBlock http = HttpBlock.of(site.file());
        List<BlockText> texts = new ArrayList<>();
        if (http.connectionMap().isEmpty()) {
            texts.add(MappingBlock.connectionMap());
        }
        texts.addAll(blocks(Server.PROMETHEUS, ports.prometheus(), PROMETHEUS_PORT, name));
        texts.addAll(blocks(Server.LOKI, ports.loki(), LOKI_PORT, name));
        NginxFile after =
                new NginxEditor().apply(site.file(), List.of(BlockInsertion.atEnd(site.file(), http.block(), texts)));
        List<String> said = List.of(
                said(Server.PROMETHEUS, ports.prometheus(), PROMETHEUS_PORT),
                said(Server.LOKI, ports.loki(), LOKI_PORT));
        return new MappingChange(
                site, after, "map add " + wanted.box(), said, warnings, List.of(ports.prometheus(), ports.loki()));
    }

    private List<BlockText> blocks(Server service, int port, int targetPort, Optional<String> name) {
        List<BlockText> texts = new ArrayList<>();
        texts.add(MappingBlock.server(
                wanted.box(), service, port, name, new ServiceAddress(wanted.address(), targetPort)));
        if (name.isPresent()) {
            String comment = MappingLabel.comment(wanted.box(), service) + ",";
            texts.add(MappingBlock.catchAll(comment, List.of(String.valueOf(port)), List.of()));
        }
        return texts;
    }

    private String said(Server service, int port, int targetPort) {
        return "port " + port + " -> " + wanted.address().host() + ":" + targetPort + " (" + service.title() + " of "
                + wanted.box() + "): read-only, live tail, " + MappingBlock.CONNECT_TIMEOUT + " to connect, "
                + MappingBlock.READ_TIMEOUT + " to answer";
    }

    /** A file that stream includes takes none of the directives of http. */
    @SuppressWarnings("ReferenceEquality") // this very block of this very file
    private void requireHttp() {
        site.ownServers().stream()
                .filter(server -> server.protocol() == Protocol.STREAM
                        && server.parent() == site.file().root())
                .findFirst()
                .ifPresent(server -> {
                    throw MappedServers.fault(
                            server,
                            server.directive().start(),
                            "this file is included by stream, but a mapping requires http: choose a file that http includes");
                });
    }

    /** The same box on two ports would be asked twice by every dashboard. */
    private void requireNew() {
        for (PortMapping mapping : site.mappings()) {
            boolean sameBox = mapping.box().filter(wanted.box()::equals).isPresent();
            boolean sameTarget = mapping.target().text().equals(wanted.address().host() + ":" + PROMETHEUS_PORT)
                    || mapping.target().text().equals(wanted.address().host() + ":" + LOKI_PORT);
            if (sameBox || sameTarget) {
                throw new ConflictException(
                        "box " + wanted.box(),
                        (sameBox ? "" : "its address ") + "is already mapped: port "
                                + mapping.ports().text() + " leads to "
                                + mapping.target().text() + " at " + mapping.file() + ":" + mapping.line(),
                        new GatewayNextStep.SetTarget(mapping.publicPort(), Optional.empty(), OptionalInt.empty()));
            }
        }
    }

    private void warnAboutAddress() {
        if (!wanted.address().isOfTailnet()) {
            warnings.add(wanted.address().text() + " is outside 100.64.0.0/10, so it isn't a Tailscale address");
        }
        for (Box box : site.boxes()) {
            Optional<String> known = box.tailscaleIp();
            boolean named = box.name().equals(wanted.box());
            boolean same =
                    known.filter(wanted.address().text()::equalsIgnoreCase).isPresent();
            if (named && known.isPresent() && !same) {
                warnings.add("the configuration says that " + box.name() + " is " + known.get());
            } else if (!named && same) {
                warnings.add("the configuration says that this is the address of " + box.name());
            }
        }
    }
}
