package dev.monsh.gateway.site;

import dev.monsh.gateway.PortRange;
import dev.monsh.gateway.nginx.Block;
import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.nginx.NginxFile;
import dev.monsh.gateway.traffic.Inheritance;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code server} block.
 *
 * @param outer the blocks around it, the outermost first
 * @param parent the block, or the file, that it is in directly
 * @param directive as it is in the file, for edits
 * @param whole the same with the files that it includes in their places; the same object where there are none
 * @param listens those on TCP ports; empty where nothing is said, which in {@code http} means port 80
 */
public record ServerBlock(
        NginxFile file,
        Protocol protocol,
        List<Directive> outer,
        Block parent,
        Directive directive,
        Directive whole,
        List<Listen> listens,
        List<Route> routes) {

    /** Returns the ports that it listens on. */
    public List<PortRange> ports() {
        boolean silent = protocol == Protocol.HTTP && whole.children().stream().noneMatch(each -> each.is("listen"));
        return silent
                ? List.of(PortRange.of(80))
                : listens.stream().map(Listen::ports).distinct().toList();
    }

    public boolean listensOn(int port) {
        return ports().stream().anyMatch(range -> range.contains(port));
    }

    /** Returns the parameters of its {@code server_name}. */
    public List<String> names() {
        return whole.children().stream()
                .filter(each -> each.is("server_name"))
                .flatMap(each -> each.arguments().stream())
                .toList();
    }

    /** Returns the targets, each once. */
    public List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (Route route : routes) {
            if (targets.stream().noneMatch(route.target()::sameAs)) {
                targets.add(route.target());
            }
        }
        return targets;
    }

    /** Returns itself as the end of the chain of blocks that settings are inherited through. */
    public List<Directive> chain() {
        List<Directive> chain = new ArrayList<>(outer);
        chain.add(whole);
        return chain;
    }

    /** Returns whether a directive of it is in this file, so that it can be edited; else an included file has it. */
    @SuppressWarnings("ReferenceEquality") // the same directive may be written twice; this very one is meant
    public boolean holds(Directive wanted) {
        return whole == directive || holds(directive, wanted);
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean holds(Directive block, Directive wanted) {
        return block.children().stream().anyMatch(each -> each == wanted || holds(each, wanted));
    }

    public boolean encrypts() {
        return listens.stream().anyMatch(listen -> listen.has("ssl"))
                || new Inheritance(chain()).value("ssl").filter("on"::equals).isPresent();
    }

    /** Returns whether a port of it speaks TLS; another one of the same server may speak clear text. */
    boolean encrypts(PortRange ports) {
        return listens.stream()
                        .anyMatch(listen -> listen.has("ssl") && listen.ports().contains(ports.first()))
                || new Inheritance(chain()).value("ssl").filter("on"::equals).isPresent();
    }

    public int line() {
        return file.line(directive.start());
    }

    /** Returns {@code FILE:LINE}. */
    public String place() {
        return file.name() + ":" + line();
    }
}
