package dev.monsh.gateway.site;

import dev.monsh.gateway.nginx.Block;
import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.nginx.NginxFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the {@code server} blocks of files: within {@code http}, {@code stream} and {@code mail}, or, in a file that one of
 * these includes, at its top.
 */
public final class ServerReader {

    private final Map<String, Directive> upstreams = new HashMap<>();
    private final List<ServerBlock> servers = new ArrayList<>();

    /** Reads all files of a configuration, because an upstream may stand in another one than its use. */
    public static List<ServerBlock> read(List<NginxFile> files) {
        ServerReader reader = new ServerReader();
        for (NginxFile file : files) {
            reader.collectUpstreams(file.root());
            file.root().directives().forEach(each -> each.block().ifPresent(reader::collectUpstreams));
        }
        Map<NginxFile, List<Directive>> around = Includes.around(files);
        files.forEach(file -> reader.collect(file, around.getOrDefault(file, List.of())));
        return List.copyOf(reader.servers);
    }

    private void collectUpstreams(Block block) {
        block.named("upstream").forEach(each -> upstreams.putIfAbsent(each.argument(0), each));
    }

    private void collect(NginxFile file, List<Directive> around) {
        for (Directive top : file.root().directives()) {
            if (top.is("server")) {
                add(file, protocol(around, top), around, file.root(), top);
            }
            for (Protocol protocol : Protocol.values()) {
                if (top.is(protocol.word())) {
                    top.block()
                            .ifPresent(block -> block.named("server")
                                    .forEach(server -> add(file, protocol, List.of(top), block, server)));
                }
            }
        }
    }

    /** Where no file says in what a server is included, only a stream's one has proxy_pass without a location. */
    private static Protocol protocol(List<Directive> around, Directive server) {
        for (Protocol protocol : Protocol.values()) {
            if (around.stream().anyMatch(each -> each.is(protocol.word()))) {
                return protocol;
            }
        }
        boolean stream = server.children().stream().anyMatch(each -> each.is("proxy_pass"));
        return stream ? Protocol.STREAM : Protocol.HTTP;
    }

    private void add(NginxFile file, Protocol protocol, List<Directive> outer, Block parent, Directive server) {
        if (server.block().isEmpty()) {
            return;
        }
        List<Listen> listens = server.children().stream()
                .filter(each -> each.is("listen"))
                .flatMap(each -> Listen.of(each).stream())
                .toList();
        List<Directive> chain = new ArrayList<>(outer);
        chain.add(server);
        List<Route> routes = new ArrayList<>();
        collectRoutes(chain, routes);
        servers.add(new ServerBlock(file, protocol, outer, parent, server, listens, List.copyOf(routes)));
    }

    private void collectRoutes(List<Directive> chain, List<Route> routes) {
        for (Directive each : chain.getLast().children()) {
            if (each.is("proxy_pass")) {
                Target target = new TargetReader(upstreams).read(each.argument(0));
                routes.add(new Route(List.copyOf(chain), each, target));
            } else if (each.is("location") || each.is("if") || each.is("limit_except")) {
                List<Directive> inner = new ArrayList<>(chain);
                inner.add(each);
                collectRoutes(inner, routes);
            }
        }
    }
}
