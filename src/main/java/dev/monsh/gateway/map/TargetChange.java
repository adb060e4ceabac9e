package dev.monsh.gateway.map;

import dev.monsh.box.Server;
import dev.monsh.failure.ConflictException;
import dev.monsh.gateway.ServiceAddress;
import dev.monsh.gateway.nginx.Comment;
import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.nginx.NginxEdit;
import dev.monsh.gateway.nginx.NginxEditor;
import dev.monsh.gateway.nginx.Word;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.MappingLabel;
import dev.monsh.gateway.site.Route;
import dev.monsh.gateway.site.ServerBlock;
import dev.monsh.gateway.site.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets a public port lead elsewhere. */
final class TargetChange {

    private final GatewaySite site;
    private final int port;
    private final ServiceAddress wanted;
    private final List<String> warnings = new ArrayList<>();

    TargetChange(GatewaySite site, int port, ServiceAddress wanted) {
        this.site = site;
        this.port = port;
        this.wanted = wanted;
    }

    MappingChange change() {
        List<ServerBlock> servers = new MappedServers(site).on(port);
        Target target = MappedServers.target(port, servers);
        List<NginxEdit> edits = new ArrayList<>(edits(servers, target));
        servers.forEach(server -> relabel(server).ifPresent(edits::add));
        warn(servers, target);
        String said = "port " + port + " -> " + wanted.text() + " (was " + target.text() + ")";
        return new MappingChange(
                site,
                new NginxEditor().apply(site.file(), edits),
                "map set " + port + " " + wanted.text(),
                List.of(said),
                warnings,
                List.of(port));
    }

    private List<NginxEdit> edits(List<ServerBlock> servers, Target target) {
        ServerBlock first = servers.stream()
                .filter(each -> !each.routes().isEmpty())
                .findFirst()
                .orElseThrow();
        int place = first.routes().getFirst().proxyPass().start();
        return switch (target) {
            case Target.Address _ -> ofRoutes(servers);
            case Target.Group group -> List.of(ofUpstream(servers, group));
            case Target.Dynamic _ ->
                throw MappedServers.fault(
                        first, place, "the target is computed from variables for each request: edit it by hand");
            case Target.Other _ ->
                throw MappedServers.fault(first, place, "the target isn't a machine's address: edit it by hand");
        };
    }

    private List<NginxEdit> ofRoutes(List<ServerBlock> servers) {
        List<NginxEdit> edits = new ArrayList<>();
        for (ServerBlock server : servers) {
            for (Route route : server.routes()) {
                if (route.target() instanceof Target.Address old) {
                    MappedServers.requireOwn(server, route.proxyPass());
                    Word word = route.proxyPass().words().get(1);
                    String scheme = old.scheme().isEmpty() ? "" : old.scheme() + "://";
                    edits.add(new NginxEdit.SetWord(word, scheme + wanted.text() + old.path()));
                }
            }
        }
        return edits;
    }

    private NginxEdit ofUpstream(List<ServerBlock> servers, Target.Group group) {
        String what = "upstream '" + group.name() + "'";
        if (group.members().size() != 1) {
            throw new ConflictException(
                    what, "has " + group.members().size() + " servers, so that port " + port + " has no one target");
        }
        for (ServerBlock other : site.servers()) {
            boolean shares = !servers.contains(other)
                    && other.routes().stream().anyMatch(route -> route.target().sameAs(group) && isOf(route, group));
            if (shares) {
                throw new ConflictException(
                        what,
                        "is used by the server at " + other.place() + " as well, which would change, too",
                        "give port " + port + " an upstream of its own");
            }
        }
        if (!stands(site.file().root().directives(), group.upstream())) {
            throw new ConflictException(
                    what, "is in a different file from " + site.file().name());
        }
        return new NginxEdit.SetWord(group.members().getFirst().word(), wanted.text());
    }

    private static boolean isOf(Route route, Target.Group group) {
        return route.target() instanceof Target.Group other && other.name().equals(group.name());
    }

    private static boolean stands(List<Directive> directives, Directive wanted) {
        return directives.stream().anyMatch(each -> each.equals(wanted) || stands(each.children(), wanted));
    }

    /** monsh's comment names the box; where the new address is another box's, it would be wrong. */
    private Optional<NginxEdit> relabel(ServerBlock server) {
        Optional<Comment> comment = MappingLabel.ownComment(server);
        Optional<String> box =
                new MappingLabel(site.boxes()).boxAt(wanted.address().host());
        if (comment.isEmpty() || box.isEmpty() || comment.get().text().startsWith("monsh: " + box.get() + " ")) {
            return Optional.empty();
        }
        Comment old = comment.get();
        String text = old.text().replaceFirst("^monsh: \\S+", "monsh: " + box.get());
        String carriageReturn = old.raw().endsWith("\r") ? "\r" : "";
        return Optional.of(new NginxEdit.Replace(old.start(), old.end(), "# " + text + carriageReturn, List.of(old)));
    }

    private void warn(List<ServerBlock> servers, Target target) {
        if (!wanted.address().isOfTailnet()) {
            warnings.add(wanted.address().text() + " is outside 100.64.0.0/10, so it isn't a Tailscale address");
        }
        MappingLabel label = new MappingLabel(site.boxes());
        Optional<Server> before = label.service(servers.getFirst(), target);
        Optional<Server> after = MappingLabel.serviceAt(wanted.port());
        if (before.isPresent() && after.isPresent() && !before.equals(after)) {
            warnings.add("port " + port + " was " + before.get().title() + "'s, and " + wanted.text() + " is usually "
                    + after.get().title() + ": what the block allows may not fit");
        }
        site.mappings().stream()
                .filter(each -> each.target().text().equals(wanted.text()) && each.publicPort() != port)
                .findFirst()
                .ifPresent(each ->
                        warnings.add("port " + each.ports().text() + " leads to " + wanted.text() + " already"));
    }
}
