package dev.monsh.gateway.traffic;

import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.pattern.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows requests through one server: its rewrite phase, the location, that one's rewrite phase, access, the upstream. */
public final class RequestFlow {

    /** nginx ends a request with 500 after as many. */
    private static final int MOST_MOVES = 10;

    private final List<Directive> chain;
    private final Directive server;
    private final Optional<String> doubt;
    private final InternalWays ways;
    private final List<Arrival> arrivals = new ArrayList<>();

    private RequestFlow(List<Directive> chain) {
        this.chain = List.copyOf(chain);
        this.server = chain.getLast();
        this.ways = new InternalWays(this.chain, new InternalWays.Flow() {
            @Override
            public void begin(Requests requests, int moves) {
                RequestFlow.this.begin(requests, moves, true);
            }

            @Override
            public void enter(List<Directive> blocks, Requests requests, int moves) {
                RequestFlow.this.enter(blocks, requests, moves, true);
            }
        });
        this.doubt = chain.stream()
                .flatMap(block -> unknown(block).stream())
                .findFirst()
                .map(each -> each.is("include")
                        ? "the file of include " + each.argument(0) + " was not read"
                        : "monsh does not know what " + each.name() + " does");
    }

    /** Of the outer blocks only their own settings count; their other servers do not. */
    @SuppressWarnings("ReferenceEquality") // the same directive may be written twice
    private Optional<Directive> unknown(Directive block) {
        if (block == server) {
            return KnownDirectives.unknown(block);
        }
        return block.children().stream()
                .filter(each -> !KnownDirectives.isKnownAround(each))
                .findFirst();
    }

    /**
     * Returns what reaches an upstream.
     *
     * @param chain the blocks around the server and the server itself, the outermost first, with every file included
     * @throws Language.TooComplexException where there are too many ways through it
     */
    public static List<Arrival> arrivals(List<Directive> chain, Requests requests) {
        RequestFlow flow = new RequestFlow(chain);
        flow.begin(requests, 0, false);
        return List.copyOf(flow.arrivals);
    }

    /** Returns why the server may do something that its directives don't tell; empty where it does not. */
    public static Optional<String> doubt(List<Directive> chain) {
        return new RequestFlow(chain).doubt;
    }

    /** Returns the blocks that a path ends in, if nothing rewrites it, the outermost first. */
    public static List<Directive> blocks(List<Directive> chain, String path) {
        return LocationSearch.find(chain, Language.of(path)).stream()
                .map(LocationSearch.Hit::blocks)
                .findFirst()
                .orElse(chain);
    }

    private void begin(Requests requests, int moves, boolean failed) {
        for (RewritePhase.Passed passed : RewritePhase.run(server, requests)) {
            search(passed.requests(), moves, failed);
        }
        ways.follow(chain, requests, moves, failed);
    }

    private void search(Requests requests, int moves, boolean failed) {
        if (moves > MOST_MOVES) {
            ways.follow(chain, requests, moves, failed);
            return;
        }
        for (LocationSearch.Hit hit : LocationSearch.find(chain, requests.uri())) {
            Requests here = requests.at(hit.paths());
            enter(
                    hit.blocks(),
                    hit.certain() ? here : here.doubting("it depends on a pattern that monsh can't evaluate"),
                    moves,
                    failed);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the same directive may be written twice
    private void enter(List<Directive> blocks, Requests requests, int moves, boolean failed) {
        Directive location = blocks.getLast();
        boolean refused = has(location, "internal") && !requests.internal();
        if (location == server || refused) {
            // nginx looks for a file, or answers 404
            if (!refused) {
                content(blocks, requests);
            }
            ways.follow(blocks, requests, moves, failed);
            return;
        }
        Requests rest = requests;
        for (Directive except : named(location, "limit_except")) {
            Language listed = listed(except);
            // they get the settings of the inner block, and the location's rewrite directives are not run for them
            content(within(blocks, except), requests.by(requests.methods().minus(listed)));
            rest = requests.by(requests.methods().and(listed));
        }
        for (RewritePhase.Passed passed : RewritePhase.run(location, rest)) {
            if (passed.moved()) {
                search(passed.requests(), moves + 1, failed);
            } else {
                content(passed.condition().map(each -> within(blocks, each)).orElse(blocks), passed.requests());
            }
        }
        ways.follow(blocks, requests, moves, failed);
        for (Directive condition : named(location, "if")) {
            if (has(condition, "error_page")) {
                ways.follow(within(blocks, condition), requests, moves, failed);
            }
        }
    }

    /** GET stands for HEAD as well (ngx_http_core_limit_except). */
    private static Language listed(Directive except) {
        Language listed = Language.NONE;
        for (String method : except.arguments()) {
            listed = listed.or(Language.of(method));
            if (method.equals("GET")) {
                listed = listed.or(Language.of("HEAD"));
            }
        }
        return listed;
    }

    private void content(List<Directive> blocks, Requests requests) {
        Inheritance rules = new Inheritance(blocks);
        boolean all = rules.value("satisfy").filter("any"::equals).isEmpty() || !rules.mentionsAuthentication();
        if (requests.isEmpty() || (rules.refusesEveryone() && all)) {
            return;
        }
        Optional<Directive> proxyPass = proxyPass(blocks);
        if (proxyPass.isEmpty()) {
            ways.indexes(rules, requests);
            return;
        }
        arrivals.add(arrival(blocks, proxyPass.get(), requests));
        if (blocks.stream().anyMatch(each -> each.is("location") && has(each, "try_files"))) {
            // the name of a file that is there becomes the path
            Requests renamed = requests.rewritten(Language.ALL, false).doubting("it depends on try_files");
            arrivals.add(arrival(blocks, proxyPass.get(), renamed));
        }
        ways.answered(rules);
    }

    /** An {@code if} or {@code limit_except} without an upstream of its own has that of its location. */
    private static Optional<Directive> proxyPass(List<Directive> blocks) {
        for (Directive block : blocks.reversed()) {
            Optional<Directive> own = named(block, "proxy_pass").stream().findFirst();
            if (own.isPresent() || block.is("location") || block.is("server")) {
                return own;
            }
        }
        return Optional.empty();
    }

    private Arrival arrival(List<Directive> blocks, Directive proxyPass, Requests requests) {
        Directive location = blocks.stream()
                .filter(each -> each.is("location"))
                .reduce((a, b) -> b)
                .orElse(server);
        UpstreamPath path = UpstreamPath.of(proxyPass.argument(0), LocationSearch.pattern(location), requests);
        Language methods = new Inheritance(blocks)
                .value("proxy_method")
                .map(method -> method.indexOf('$') < 0 ? Language.of(method) : Language.ALL)
                .orElse(requests.methods());
        return new Arrival(
                proxyPass,
                path.paths(),
                methods,
                requests.doubt().or(path::doubt).or(() -> doubt));
    }

    private static List<Directive> named(Directive block, String name) {
        return block.children(name);
    }

    private static boolean has(Directive block, String name) {
        return !named(block, name).isEmpty();
    }

    private static List<Directive> within(List<Directive> blocks, Directive inner) {
        List<Directive> longer = new ArrayList<>(blocks);
        longer.add(inner);
        return List.copyOf(longer);
    }
}
