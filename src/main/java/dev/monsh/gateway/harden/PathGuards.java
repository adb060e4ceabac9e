package dev.monsh.gateway.harden;

import dev.monsh.box.Server;
import dev.monsh.gateway.map.MappingBlock;
import dev.monsh.gateway.nginx.BlockInsertion;
import dev.monsh.gateway.nginx.BlockText;
import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.nginx.Item;
import dev.monsh.gateway.nginx.NginxEdit;
import dev.monsh.gateway.site.Exposure;
import dev.monsh.gateway.site.MappingLabel;
import dev.monsh.gateway.site.Route;
import dev.monsh.gateway.site.ServerBlock;
import dev.monsh.gateway.site.ServicePaths;
import dev.monsh.gateway.site.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses what is not needed at the top of each location that leads to a service which is not closed. It changes nothing of
 * how the location maps paths: under whatever prefix a service is reached, it stays there.
 */
final class PathGuards {

    private static final Pattern REST = Pattern.compile("\\^([A-Za-z0-9/_-]+)\\(\\.\\*\\)\\$?");

    private final ServerBlock server;
    private final MappingLabel label;
    private final boolean pages;
    private final List<NginxEdit> edits = new ArrayList<>();
    private final List<Directive> guarded = new ArrayList<>();

    PathGuards(ServerBlock server, MappingLabel label, boolean pages) {
        this.server = server;
        this.label = label;
        this.pages = pages;
    }

    /** Returns the insertions; none where everything is closed already. */
    List<NginxEdit> edits() {
        List<Directive> seen = new ArrayList<>();
        for (Route route : server.routes()) {
            Optional<Server> service = label.service(server, route.target());
            Optional<Directive> location =
                    route.chain().stream().filter(each -> each.is("location")).reduce((outer, inner) -> inner);
            boolean open = ServicePaths.of(service).areKnown()
                    && !(Exposure.of(server, route.target(), service) instanceof Exposure.Closed);
            if (open
                    && location.filter(each -> !seen.contains(each) && server.holds(each))
                            .isPresent()) {
                seen.add(location.get());
                guarded.add(location.get());
                edits.add(guard(location.get(), route, ServicePaths.of(service)));
            }
        }
        return edits;
    }

    /** The guard of the server is not run for a named location, nor where nginx goes there because of it. */
    static boolean lacksMethods(Directive location) {
        return location.argument(0).startsWith("@") && !MappingBlock.refusesMethods(location);
    }

    /** Returns the insertions for named locations that the paths are no reason to change. */
    List<NginxEdit> methodEdits() {
        List<NginxEdit> found = new ArrayList<>();
        List<Directive> seen = new ArrayList<>();
        for (Route route : server.routes()) {
            route.chain().stream()
                    .filter(each -> each.is("location") && lacksMethods(each))
                    .filter(each -> server.holds(each) && !guarded.contains(each) && !seen.contains(each))
                    .filter(each -> label.service(server, route.target()).isPresent())
                    .forEach(each -> {
                        seen.add(each);
                        Item first = each.block().orElseThrow().items().getFirst();
                        found.add(BlockInsertion.before(server.file(), first.start(), MappingBlock.methodGuard()));
                    });
        }
        return found;
    }

    private NginxEdit guard(Directive location, Route route, ServicePaths paths) {
        Optional<String> prefix = replaced(location, route);
        String pattern = prefix.map(each -> paths.behind(each, pages)).orElseGet(() -> paths.location(pages));
        BlockText text = new BlockText();
        if (lacksMethods(location)) {
            text.all(MappingBlock.methodGuard());
        }
        text.open("if ($uri !~ \"" + pattern + "\")").line("return 403;").close();
        if (prefix.isEmpty()) {
            text.all(MappingBlock.plainPathGuard());
        }
        Item first = location.block().orElseThrow().items().getFirst();
        return BlockInsertion.before(server.file(), first.start(), text);
    }

    /** Returns the start of a path that gives way to a single slash on the way to the service; empty where none does. */
    private static Optional<String> replaced(Directive location, Route route) {
        for (Directive each : location.children()) {
            Matcher rest = REST.matcher(each.argument(0));
            if (each.is("rewrite") && rest.matches() && each.argument(1).equals("/$1")) {
                return Optional.of(rest.group(1));
            }
        }
        boolean slash = path(route.target()).equals("/");
        List<String> words = location.arguments();
        boolean prefix = words.size() == 1 || words.getFirst().equals("^~");
        return slash && prefix && words.getLast().matches("/[A-Za-z0-9/_-]+")
                ? Optional.of(words.getLast())
                : Optional.empty();
    }

    private static String path(Target target) {
        return switch (target) {
            case Target.Address address -> address.path();
            case Target.Group group -> group.path();
            case Target.Dynamic _, Target.Other _ -> "";
        };
    }
}
