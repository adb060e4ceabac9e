package dev.monsh.gateway.audit;

import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.site.Route;
import dev.monsh.gateway.site.ServerBlock;
import java.util.ArrayList;
import java.util.List;

/** The blocks of a server through which clients get to a target. */
record WaysIn(ServerBlock server) {

    /** Returns for each block itself and those around it, the outermost first. */
    List<List<Directive>> chains() {
        List<List<Directive>> chains = new ArrayList<>();
        for (Route route : server.routes()) {
            Directive block = route.chain().getLast();
            if (block.children().stream().noneMatch(each -> each.is("internal"))) {
                chains.add(route.chain());
                block.children().stream()
                        .filter(each -> each.is("limit_except") || each.is("if"))
                        .forEach(each -> chains.add(within(route.chain(), each)));
            }
        }
        return chains;
    }

    /** An {@code if} or {@code limit_except} leads where its location does, by its own settings. */
    private static List<Directive> within(List<Directive> blocks, Directive inner) {
        List<Directive> longer = new ArrayList<>(blocks);
        longer.add(inner);
        return List.copyOf(longer);
    }
}
