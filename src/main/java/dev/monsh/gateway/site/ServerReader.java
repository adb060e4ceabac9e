package dev.monsh.gateway.site;

import dev.monsh.gateway.nginx.Block;
import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.nginx.NginxFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the {@code server} blocks of files: within {@code http}, {@code stream} and {@code mail}, or, in a file that one of
 * these includes, at its top. They come in the order in which nginx reads them, which decides between two of one name.
 */
public final class ServerReader {

    /** What sends requests to an upstream besides {@code proxy_pass}. */
    private static final Set<String> OTHER_WAYS =
            Set.of("grpc_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "memcached_pass");

    private final Map<String, Directive> upstreams = new HashMap<>();
    private final List<ServerBlock> servers = new ArrayList<>();
    private final Includes includes;
    private final Set<NginxFile> read = new HashSet<>();

    private ServerReader(List<NginxFile> files) {
        this.includes = new Includes(files);
    }

    /**
     * Reads all files of a configuration, because an upstream may be in another one than its use.
     *
     * @param files in the order in which nginx reads them
     */
    public static List<ServerBlock> read(List<NginxFile> files) {
        ServerReader reader = new ServerReader(files);
        for (NginxFile file : files) {
            reader.collectUpstreams(file.root());
            file.root().directives().forEach(each -> each.block().ifPresent(reader::collectUpstreams));
        }
        reader.includes.main().ifPresent(main -> reader.collect(main, List.of(), main.root()));
        files.forEach(file -> reader.collect(file, List.of(), file.root()));
        return List.copyOf(reader.servers);
    }

    private void collectUpstreams(Block block) {
        block.named("upstream").forEach(each -> upstreams.putIfAbsent(each.argument(0), each));
    }

    /** The first place where a file is included counts. */
    @SuppressWarnings("ReferenceEquality") // blocks of two files may be equal
    private void collect(NginxFile file, List<Directive> around, Block block) {
        if (block == file.root() && !read.add(file)) {
            return;
        }
        for (Directive each : block.directives()) {
            if (each.is("server")) {
                add(file, around, block, each);
            } else if (each.is("include")) {
                includes.of(each).orElse(List.of()).forEach(inner -> collect(inner, around, inner.root()));
            } else if (each.block().isPresent() && protocol(each).isPresent()) {
                collect(file, List.of(includes.expanded(each)), each.block().get());
            }
        }
    }

    private static Optional<Protocol> protocol(Directive block) {
        for (Protocol protocol : Protocol.values()) {
            if (block.is(protocol.word())) {
                return Optional.of(protocol);
            }
        }
        return Optional.empty();
    }

    /** Where no file shows what includes a server, only a stream's one has proxy_pass without a location. */
    private static Protocol protocol(List<Directive> around, Directive server) {
        boolean stream = server.children().stream().anyMatch(each -> each.is("proxy_pass"));
        return around.stream()
                .flatMap(each -> protocol(each).stream())
                .findFirst()
                .orElse(stream ? Protocol.STREAM : Protocol.HTTP);
    }

    private void add(NginxFile file, List<Directive> around, Block parent, Directive server) {
        if (server.block().isEmpty()) {
            return;
        }
        Directive whole = includes.expanded(server);
        List<Listen> listens = whole.children().stream()
                .filter(each -> each.is("listen"))
                .flatMap(each -> Listen.of(each).stream())
                .toList();
        List<Directive> chain = new ArrayList<>(around);
        chain.add(whole);
        List<Route> routes = new ArrayList<>();
        collectRoutes(chain, routes);
        if (routes.isEmpty()) {
            unread(whole)
                    .map(include -> new Route(chain, include, new Target.Other("what is in " + include.argument(0))))
                    .ifPresent(routes::add);
        }
        servers.add(new ServerBlock(
                file, protocol(around, whole), around, parent, server, whole, listens, List.copyOf(routes)));
    }

    /** A file that is not at hand may have any route in it. */
    private static Optional<Directive> unread(Directive block) {
        return block.children().stream()
                .flatMap(each -> (each.is("include") ? Optional.of(each) : unread(each)).stream())
                .findFirst();
    }

    private void collectRoutes(List<Directive> chain, List<Route> routes) {
        for (Directive each : chain.getLast().children()) {
            if (each.is("proxy_pass")) {
                Target target = new TargetReader(upstreams).read(each.argument(0));
                routes.add(new Route(List.copyOf(chain), each, target));
            } else if (OTHER_WAYS.contains(each.name())) {
                routes.add(new Route(List.copyOf(chain), each, new Target.Other(each.argument(0))));
            } else if (each.is("location") || each.is("if") || each.is("limit_except")) {
                List<Directive> inner = new ArrayList<>(chain);
                inner.add(each);
                collectRoutes(inner, routes);
            }
        }
    }
}
