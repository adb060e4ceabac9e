package dev.monsh.gateway.map;

import dev.monsh.failure.UsageException;
import dev.monsh.gateway.nginx.NginxEdit;
import dev.monsh.gateway.nginx.NginxEditor;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.Listen;
import dev.monsh.gateway.site.ServerBlock;
import java.util.ArrayList;
import java.util.List;

/** Gives a mapping another public port: every {@code listen} that has the old one, the catch-all's as well. */
final class PortMove {

    private final GatewaySite site;
    private final int from;
    private final int to;

    PortMove(GatewaySite site, int from, int to) {
        this.site = site;
        this.from = from;
        this.to = to;
    }

    MappingChange change() {
        List<ServerBlock> servers = new MappedServers(site).on(from);
        if (from == to) {
            throw new UsageException("port " + to, "is already the mapping's port");
        }
        UsedPorts.of(site).requireFree(to);
        List<NginxEdit> edits = new ArrayList<>();
        for (ServerBlock server : servers) {
            if (server.listens().isEmpty()) {
                throw MappedServers.fault(
                        server, server.directive().start(), "this server has no listen directive to change");
            }
            server.listens().stream()
                    .filter(listen -> listen.ports().contains(from))
                    .forEach(listen -> edits.add(edit(server, listen)));
        }
        return new MappingChange(
                site,
                new NginxEditor().apply(site.file(), edits),
                "map move " + from + " " + to,
                List.of("port " + from + " is now port " + to),
                List.of(),
                List.of(from, to));
    }

    private NginxEdit edit(ServerBlock server, Listen listen) {
        MappedServers.requireOwn(server, listen.directive());
        if (!listen.ports().isSingle()) {
            throw MappedServers.fault(
                    server,
                    listen.directive().start(),
                    "this listens on the ports " + listen.ports().text() + " together: edit it by hand");
        }
        return new NginxEdit.SetWord(listen.word(), listen.withPort(to));
    }
}
