package dev.monsh.gateway.map;

import dev.monsh.failure.ConflictException;
import dev.monsh.failure.Spelling;
import dev.monsh.failure.UsageException;
import dev.monsh.gateway.GatewayNextStep;
import dev.monsh.gateway.PortRange;
import dev.monsh.gateway.nginx.BlockRemoval;
import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.nginx.NginxEditor;
import dev.monsh.gateway.nginx.NginxFile;
import dev.monsh.gateway.nginx.Word;
import dev.monsh.gateway.site.GatewaySite;
import dev.monsh.gateway.site.Listen;
import dev.monsh.gateway.site.MappingLabel;
import dev.monsh.gateway.site.PortMapping;
import dev.monsh.gateway.site.ServerBlock;
import dev.monsh.gateway.site.ServerReader;
import dev.monsh.gateway.site.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Removes the blocks of a port or of a box, with their comments, and what only they needed. */
final class MappingRemoval {

    private final GatewaySite site;
    private final NginxEditor editor = new NginxEditor();
    private final List<String> said = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    MappingRemoval(GatewaySite site) {
        this.site = site;
    }

    MappingChange ofPort(int port) {
        List<ServerBlock> servers = new MappedServers(site).on(port);
        for (ServerBlock server : servers) {
            server.targets().forEach(target -> said.add("port " + port + " no longer leads to " + target.text()));
        }
        NginxFile file = withoutPort(site.file(), port);
        return change(file, "map remove " + port, List.of(port));
    }

    MappingChange ofBox(String box) {
        List<PortMapping> mappings = site.mappings().stream()
                .filter(each -> each.box().filter(box::equals).isPresent())
                .toList();
        if (mappings.isEmpty()) {
            throw noSuchBox(box);
        }
        List<Integer> ports = new ArrayList<>();
        NginxFile file = site.file();
        for (PortMapping mapping : mappings) {
            requireWholePort(mapping, box);
            if (!ports.contains(mapping.publicPort())) {
                ports.add(mapping.publicPort());
                file = withoutPort(file, mapping.publicPort());
            }
            said.add("port " + mapping.ports().text() + " no longer leads to "
                    + mapping.target().text());
        }
        return change(file, "map remove " + box, ports);
    }

    private UsageException noSuchBox(String box) {
        List<String> known = site.mappings().stream()
                .flatMap(each -> each.box().stream())
                .distinct()
                .toList();
        String meant = Spelling.nearest(box, known)
                .map(each -> "; did you mean " + each + "?")
                .orElse("");
        return new UsageException(
                "box '" + box + "'", "no mapping leads to it" + meant, new GatewayNextStep.ListMappings());
    }

    private void requireWholePort(PortMapping mapping, String box) {
        for (ServerBlock server : new MappedServers(site).on(mapping.publicPort())) {
            for (Target target : server.targets()) {
                boolean other = new MappingLabel(site.boxes())
                        .box(server, target)
                        .filter(box::equals)
                        .isEmpty();
                if (other) {
                    throw new ConflictException(
                            "port " + mapping.publicPort(),
                            "leads to " + target.text() + " as well, at " + server.place() + ": edit the file by hand");
                }
            }
        }
    }

    private NginxFile withoutPort(NginxFile before, int port) {
        NginxFile file = without(before, server -> server.ports().equals(List.of(PortRange.of(port))));
        Optional<ServerBlock> shared = last(file, server -> server.listensOn(port));
        while (shared.isPresent()) {
            file = withoutListen(file, shared.get(), port);
            shared = last(file, server -> server.listensOn(port));
        }
        return file;
    }

    /** A server that has other ports as well loses this one only. */
    private NginxFile withoutListen(NginxFile file, ServerBlock server, int port) {
        Listen listen = server.listens().stream()
                .filter(each -> each.ports().contains(port))
                .findFirst()
                .orElseThrow();
        MappedServers.requireOwn(server, listen.directive());
        if (!listen.ports().isSingle()) {
            throw MappedServers.fault(
                    server,
                    listen.directive().start(),
                    "this listens on the ports " + listen.ports().text() + " together: edit it by hand");
        }
        return editor.apply(
                file, List.of(BlockRemoval.of(file, server.directive().block().orElseThrow(), listen.directive())));
    }

    private NginxFile without(NginxFile before, Predicate<ServerBlock> removed) {
        NginxFile file = before;
        Optional<ServerBlock> next = last(file, removed);
        while (next.isPresent()) {
            ServerBlock server = next.get();
            file = editor.apply(file, List.of(BlockRemoval.of(file, server.parent(), server.directive())));
            next = last(file, removed);
        }
        return file;
    }

    private static Optional<ServerBlock> last(NginxFile file, Predicate<ServerBlock> wanted) {
        return ServerReader.read(List.of(file)).stream().filter(wanted).reduce((first, last) -> last);
    }

    private MappingChange change(NginxFile file, String summary, List<Integer> ports) {
        warnAboutUpstreams(file);
        return new MappingChange(site, withoutUnusedMap(file), summary, said, warnings, ports);
    }

    /** The map that {@code map add} wrote goes with the last block that used it. */
    private NginxFile withoutUnusedMap(NginxFile file) {
        Optional<HttpBlock> http = HttpBlock.find(file);
        Optional<Directive> map = http.flatMap(HttpBlock::connectionMap);
        if (http.isEmpty() || map.isEmpty() || uses(site.file()) < 2 || uses(file) > 1) {
            return file;
        }
        return editor.apply(file, List.of(BlockRemoval.of(file, http.get().block(), map.get())));
    }

    private static long uses(NginxFile file) {
        return words(file.root().directives())
                .filter(word -> word.text().contains(MappingBlock.CONNECTION))
                .count();
    }

    private static Stream<Word> words(List<Directive> directives) {
        return directives.stream().flatMap(each -> Stream.concat(each.words().stream(), words(each.children())));
    }

    private void warnAboutUpstreams(NginxFile file) {
        List<ServerBlock> left = ServerReader.read(List.of(file));
        for (ServerBlock server : site.ownServers()) {
            for (Target target : server.targets()) {
                boolean used =
                        left.stream().flatMap(each -> each.targets().stream()).anyMatch(target::sameAs);
                if (target instanceof Target.Group group && !used) {
                    warnings.add("upstream '" + group.name() + "' is no longer used");
                }
            }
        }
    }
}
