package dev.monsh.gateway.traffic;

import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.pattern.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The ways that nginx takes by itself, from one location to another: error pages, files that are missing, index files, copies,
 * and questions. Whether it takes them depends on what no file tells, so that whatever comes along them is doubtful.
 */
final class InternalWays {

    /** Where requests go on. */
    interface Flow {

        /** Goes on as with a new request. */
        void begin(Requests requests, int moves);

        /** Goes on in a location. */
        void enter(List<Directive> blocks, Requests requests, int moves);
    }

    private static final List<String> LEADING = List.of(
            "error_page", "try_files", "auth_request", "mirror", "post_action", "add_before_body", "add_after_body");

    /** These ask with GET, or HEAD, whatever the client's method was; the others keep it. */
    private static final Set<String> READING =
            Set.of("error_page", "auth_request", "add_before_body", "add_after_body");

    private final List<Directive> chain;
    private final Directive server;
    private final Flow flow;

    /** A way that starts on another one was taken for all requests that it can be taken for: once is enough. */
    private final Set<String> taken = new HashSet<>();

    InternalWays(List<Directive> chain, Flow flow) {
        this.chain = chain;
        this.server = chain.getLast();
        this.flow = flow;
    }

    /**
     * Follows what a block's directives name.
     *
     * @param again whether the requests are on such a way already; then it is followed for all that may be on it
     */
    void follow(List<Directive> blocks, Requests requests, int moves, boolean again) {
        Inheritance rules = new Inheritance(blocks);
        for (String name : LEADING) {
            for (Directive each : rules.all(name)) {
                String target =
                        each.arguments().isEmpty() ? "" : each.arguments().getLast();
                boolean known = again && !taken.add(name + " " + target);
                if (!known) {
                    Requests from = again ? Requests.all() : requests;
                    follow(name, target, again ? from : interrupted(blocks, from), from, moves);
                }
            }
        }
    }

    private void follow(String name, String target, Requests interrupted, Requests from, int moves) {
        String why = "it depends on " + name;
        if (target.startsWith("@")) {
            enter(target, interrupted.inside().doubting(why), moves);
        } else if (leads(name, target)) {
            int arguments = target.indexOf('?');
            String path = arguments < 0 ? target : target.substring(0, arguments);
            Language paths = path.indexOf('$') >= 0 ? Language.ALL : Language.of(path);
            Requests led = READING.contains(name) ? from.redirected(paths) : from.led(paths);
            flow.begin(led.doubting(why), moves + 1);
        }
    }

    /** A code is an answer, and an error page that is no path of this server is one as well. */
    private static boolean leads(String name, String target) {
        boolean path = target.startsWith("/") || target.indexOf('$') >= 0;
        return path || (name.equals("try_files") && !target.startsWith("=") && !target.isEmpty());
    }

    private void enter(String name, Requests requests, int moves) {
        server.children("location").stream()
                .filter(location -> location.arguments().equals(List.of(name)))
                .forEach(location -> {
                    List<Directive> blocks = new ArrayList<>(chain);
                    blocks.add(location);
                    flow.enter(List.copyOf(blocks), requests, moves + 1);
                });
    }

    /**
     * Follows the index files of a location that has no upstream: nginx looks for them where a path ends with a slash, and goes
     * on with their path as with a new request (ngx_http_index_module, ngx_http_random_index_module).
     */
    void indexes(Inheritance rules, Requests requests) {
        boolean folder = Language.matching("/$", false)
                .map(requests.uri()::and)
                .filter(paths -> !paths.isEmpty())
                .isPresent();
        if (!folder) {
            return;
        }
        List<String> names = new ArrayList<>();
        rules.all("index").forEach(each -> names.addAll(each.arguments()));
        if (names.isEmpty()) {
            names.add("index.html");
        }
        if (rules.value("random_index").filter("on"::equals).isPresent()) {
            names.add("$random_index");
        }
        for (String name : names) {
            if (taken.add("index " + name)) {
                Requests led = Requests.all().led(paths(name));
                flow.begin(led.doubting("it depends on index " + name), 1);
            }
        }
    }

    /** Anything may stand in front of a relative name. */
    private static Language paths(String name) {
        if (name.indexOf('$') >= 0) {
            return Language.ALL;
        }
        return name.startsWith("/")
                ? Language.of(name)
                : Language.matching(name.replaceAll("([^A-Za-z0-9])", "\\\\$1") + "$", false)
                        .orElse(Language.ALL);
    }

    /** An upstream may name another location in the header {@code X-Accel-Redirect}, also one that no client can ask for. */
    void answered(Inheritance rules) {
        boolean ignored = rules.all("proxy_ignore_headers").stream()
                .flatMap(each -> each.arguments().stream())
                .anyMatch("X-Accel-Redirect"::equalsIgnoreCase);
        if (!ignored && hasInternal(server) && taken.add("X-Accel-Redirect")) {
            flow.begin(Requests.all().redirected(Language.ALL).doubting("it depends on X-Accel-Redirect"), 1);
        }
    }

    private static boolean hasInternal(Directive block) {
        return block.children("location").stream()
                .anyMatch(each -> !each.children("internal").isEmpty() || hasInternal(each));
    }

    /** A named location gets the path as it is when nginx goes there: a rewrite phase may have changed it before it ended. */
    private static Requests interrupted(List<Directive> blocks, Requests requests) {
        for (Directive block : blocks.reversed()) {
            boolean rewrites = !block.children("rewrite").isEmpty()
                    || block.children("if").stream()
                            .anyMatch(each -> !each.children("rewrite").isEmpty());
            if (rewrites) {
                return requests.rewritten(Language.ALL, false);
            }
            if (block.is("location") || block.is("server")) {
                break;
            }
        }
        return requests;
    }
}
