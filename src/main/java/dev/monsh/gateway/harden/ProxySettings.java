package dev.monsh.gateway.harden;

import dev.monsh.gateway.map.MappingBlock;
import dev.monsh.gateway.nginx.BlockInsertion;
import dev.monsh.gateway.nginx.BlockText;
import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.nginx.NginxEdit;
import dev.monsh.gateway.site.NginxTime;
import dev.monsh.gateway.site.Route;
import dev.monsh.gateway.site.ServerBlock;
import dev.monsh.gateway.traffic.Inheritance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds which of the settings a server's routes lack, and where they belong: in the server, unless a location has its own. */
final class ProxySettings {

    private final ServerBlock server;
    private final List<NginxEdit> edits = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    /**
     * Compares.
     *
     * @param password whether the routes will ask for a password that must not be sent on
     */
    ProxySettings(ServerBlock server, boolean password) {
        this.server = server;
        version();
        headers(password);
        connectTimeout();
        readTimeout();
    }

    /** Returns changes of what stands in the file. */
    List<NginxEdit> edits() {
        return edits;
    }

    /** Returns directives that the server itself lacks. */
    List<String> lines() {
        return lines;
    }

    private void version() {
        setOrAdd("proxy_http_version", "1.1", value -> value.equals("1.1"));
    }

    private void readTimeout() {
        setOrAdd(
                "proxy_read_timeout",
                MappingBlock.READ_TIMEOUT,
                value -> NginxTime.seconds(value)
                        .filter(s -> s < NginxTime.QUERY)
                        .isEmpty());
    }

    private void connectTimeout() {
        setOrAdd(
                "proxy_connect_timeout",
                MappingBlock.CONNECT_TIMEOUT,
                value -> NginxTime.seconds(value)
                        .filter(s -> s > NginxTime.PATIENCE)
                        .isEmpty());
    }

    private void setOrAdd(String directive, String value, Predicate<String> good) {
        boolean missing = false;
        List<Directive> changed = new ArrayList<>();
        for (Route route : server.routes()) {
            List<Directive> inServer = new Inheritance(inServer(route)).all(directive);
            Optional<String> holds = new Inheritance(route.chain()).value(directive);
            if (holds.filter(good).isPresent()) {
                continue;
            }
            if (inServer.isEmpty()) {
                missing = true;
            } else if (server.holds(inServer.getLast()) && !changed.contains(inServer.getLast())) {
                changed.add(inServer.getLast());
            }
        }
        changed.forEach(each -> edits.add(new NginxEdit.SetWord(each.words().get(1), value)));
        if (missing) {
            lines.add(directive + " " + value + ";");
        }
    }

    /** Returns the blocks of a route from the server on. */
    private List<Directive> inServer(Route route) {
        return route.chain().subList(server.outer().size(), route.chain().size());
    }

    private void headers(boolean password) {
        List<Directive> seen = new ArrayList<>();
        boolean inServer = false;
        for (Route route : server.routes()) {
            List<String> missing = missing(route, password);
            List<Directive> own = new Inheritance(inServer(route)).all("proxy_set_header");
            if (missing.isEmpty()) {
                continue;
            }
            if (own.isEmpty()) {
                inServer = true;
            } else if (server.holds(own.getLast()) && !seen.contains(own.getLast())) {
                seen.add(own.getLast());
                BlockText text = new BlockText();
                missing.forEach(text::line);
                edits.add(BlockInsertion.behind(server.file(), own.getLast(), text));
            }
        }
        if (inServer) {
            // one header in the server drops all those of http, so that they are repeated
            new Inheritance(server.outer()).all("proxy_set_header").forEach(each -> lines.add(each.text()));
            Route first = server.routes().getFirst();
            lines.addAll(missing(first, password));
        }
    }

    private List<String> missing(Route route, boolean password) {
        Inheritance holds = new Inheritance(route.chain());
        List<String> missing = new ArrayList<>();
        if (!holds.upgradesByHeaders()) {
            add(holds, missing, "Upgrade", "$http_upgrade");
            add(holds, missing, "Connection", MappingBlock.CONNECTION);
        }
        boolean basic =
                holds.value("auth_basic").filter(realm -> !realm.equals("off")).isPresent();
        if (password || basic) {
            add(holds, missing, "Authorization", "\"\"");
        }
        return missing;
    }

    private static void add(Inheritance holds, List<String> missing, String header, String value) {
        if (holds.header(header).isEmpty()) {
            missing.add("proxy_set_header " + header + " " + value + ";");
        }
    }
}
