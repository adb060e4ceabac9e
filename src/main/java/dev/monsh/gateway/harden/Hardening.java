package dev.monsh.gateway.harden;

import dev.monsh.box.Server;
import dev.monsh.failure.ConflictException;
import dev.monsh.gateway.GatewayNextStep;
import dev.monsh.gateway.map.HttpBlock;
import dev.monsh.gateway.map.MappingBlock;
import dev.monsh.gateway.map.MappingChange;
import dev.monsh.gateway.nginx.BlockInsertion;
import dev.monsh.gateway.nginx.NginxEdit;
import dev.monsh.gateway.nginx.NginxEditor;
import dev.monsh.gateway.nginx.NginxFile;
import dev.monsh.gateway.site.Exposure;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.MappingLabel;
import dev.monsh.gateway.site.NameClash;
import dev.monsh.gateway.site.Protocol;
import dev.monsh.gateway.site.ServerBlock;
import dev.monsh.gateway.site.ServerNames;
import dev.monsh.gateway.site.ServicePaths;
import dev.monsh.gateway.site.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives the mappings of a file what a plain {@code proxy_pass} lacks: live tail, timeouts, an allowlist of paths, a server
 * that refuses other host names. What is there already stays; a second time changes nothing.
 */
public final class Hardening {

    private final GatewaySite site;
    private final HardenOptions options;
    /** Read once: each server is compared with all of them. */
    private final List<ServerBlock> servers;

    private Optional<String> name = Optional.empty();
    private final List<String> said = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private boolean blocksPages;

    private Hardening(GatewaySite site, HardenOptions options) {
        this.site = site;
        this.options = options;
        this.servers = site.servers();
    }

    /** Returns the change; it is empty where nothing is lacking. */
    public static MappingChange of(GatewaySite site, HardenOptions options) {
        return new Hardening(site, options).change();
    }

    private MappingChange change() {
        List<NginxEdit> edits = new ArrayList<>();
        List<ServerBlock> mapped = servers.stream()
                .filter(server -> site.isOwn(server) && !server.routes().isEmpty())
                .toList();
        if (mapped.stream().anyMatch(server -> server.protocol() == Protocol.HTTP)) {
            name = new ServerNames(site).ofGateway();
        }
        mapped.forEach(server -> edits.addAll(edits(server)));
        NginxEditor editor = new NginxEditor();
        NginxFile after = editor.apply(site.file(), edits);
        if (after.contains(MappingBlock.CONNECTION)) {
            HttpBlock http = HttpBlock.of(after);
            if (http.connectionMap().isEmpty()) {
                after = editor.apply(
                        after,
                        List.of(BlockInsertion.atEnd(after, http.block(), List.of(MappingBlock.connectionMap()))));
            }
        }
        requireClosed(site.with(after));
        MappingChange change = new MappingChange(site, after, "harden", said, warnings, ports).refusingWrites();
        return blocksPages ? change.unless(new GatewayNextStep.KeepWebPages()) : change;
    }

    /** A change that leaves a door open is none that may be called done. */
    private void requireClosed(GatewaySite hardened) {
        MappingLabel label = new MappingLabel(hardened.boxes());
        for (ServerBlock server : hardened.ownServers()) {
            for (Target target : server.targets()) {
                Optional<Server> service = label.service(server, target);
                if (server.protocol() != Protocol.HTTP) {
                    continue;
                }
                Exposure exposure = hardened.seen().of(server, target, service);
                boolean grave = exposure instanceof Exposure.Undecided || label.mayBeService(server, target);
                boolean changed = server.ports().stream().anyMatch(range -> ports.contains(range.first()));
                if (ServicePaths.of(service).areKnown() || (changed && grave)) {
                    requireClosed(server, target, exposure);
                }
            }
        }
    }

    private static void requireClosed(ServerBlock server, Target target, Exposure exposure) {
        String why = switch (exposure) {
            case Exposure.Closed() -> "";
            case Exposure.Open(String method, List<String> paths) ->
                method + " " + paths.getFirst() + " would still reach " + target.text();
            case Exposure.Undecided(String reason) ->
                "monsh cannot tell whether a write would still reach " + target.text() + ": " + reason;
        };
        if (!why.isEmpty()) {
            throw new ConflictException(
                    "port " + Hardening.port(server) + " at " + server.place(),
                    why + "; nothing was changed, edit this server by hand",
                    new GatewayNextStep.Audit());
        }
    }

    /** nginx never asks the second of two servers with one port and name: to change that one would change nothing. */
    private void requireServing(ServerBlock server) {
        for (ServerBlock other : servers) {
            if (!other.equals(server)
                    && (new NameClash(other, server).anywhere() || new NameClash(server, other).anywhere())) {
                boolean before = servers.indexOf(other) < servers.indexOf(server);
                throw new ConflictException(
                        "port " + port(server),
                        "is in " + other.place() + " as well, with the same name, and nginx uses only "
                                + (before ? "that one" : "the one of " + server.place())
                                + ": remove one of the two first",
                        new GatewayNextStep.Audit());
            }
        }
    }

    private static String port(ServerBlock server) {
        return server.ports().isEmpty() ? "a socket" : server.ports().getFirst().text();
    }

    private List<NginxEdit> edits(ServerBlock server) {
        String port = port(server);
        if (server.protocol() != Protocol.HTTP) {
            warnings.add("port " + port + " is served by " + server.protocol().word()
                    + ", which can't restrict paths: left as it is");
            return List.of();
        }
        if (server.routes().stream().noneMatch(route -> route.proxyPass().is("proxy_pass"))) {
            warnings.add("port " + port + " is served without proxy_pass, which monsh can't restrict: left as it is");
            return List.of();
        }
        requireServing(server);
        ServerHardening hardening = new ServerHardening(servers, site.boxes(), name, server, options);
        List<NginxEdit> edits = hardening.edits();
        hardening.done().forEach(done -> said.add("port " + port + ": " + done));
        hardening.warnings().forEach(warning -> warnings.add("port " + port + ": " + warning));
        blocksPages |= hardening.blocksPages();
        if (!edits.isEmpty()) {
            server.ports().forEach(range -> ports.add(range.first()));
        }
        return edits;
    }
}
