package dev.monsh.gateway.site;

import dev.monsh.gateway.nginx.Directive;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Follows a request through a server as nginx does (ngx_http_core_module, "location"): the exact location, else the longest
 * prefix if it is {@code ^~}, else the first regular expression, else the longest prefix.
 */
record RequestPath(ServerBlock server) {

    /** Returns the blocks that a path ends in, the outermost first. */
    List<Directive> blocks(String path) {
        List<Directive> chain = server.chain();
        Optional<Directive> location = location(chain.getLast(), path);
        while (location.isPresent()) {
            chain.add(location.get());
            location = location(location.get(), path);
        }
        return chain;
    }

    /** Returns whether a request gets through to what is proxied. */
    boolean reaches(String method, String path) {
        List<Directive> chain = blocks(path);
        Inheritance rules = new Inheritance(chain);
        return !rules.refusesEveryone()
                && chain.stream().noneMatch(block -> has(block, "return") || refusesMethod(block, method))
                && server.routes().stream().anyMatch(route -> startsWith(route.chain(), chain));
    }

    /** A route within an {@code if} of the location counts as well. */
    private static boolean startsWith(List<Directive> route, List<Directive> chain) {
        return route.size() >= chain.size()
                && route.subList(0, chain.size()).equals(chain)
                && route.subList(chain.size(), route.size()).stream().noneMatch(each -> each.is("location"));
    }

    private static boolean refusesMethod(Directive block, String method) {
        for (Directive each : block.children()) {
            boolean other = each.is("limit_except") && !each.arguments().contains(method);
            if (other && new Inheritance(List.of(each)).refusesEveryone()) {
                return true;
            }
            boolean condition = each.is("if") && each.argument(0).startsWith("($request_method");
            if (condition && has(each, "return") && !method.equals("GET")) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Directive block, String name) {
        return block.children().stream().anyMatch(each -> each.is(name));
    }

    private static Optional<Directive> location(Directive block, String path) {
        List<Directive> locations =
                block.children().stream().filter(each -> each.is("location")).toList();
        Optional<Directive> exact = locations.stream()
                .filter(each -> modifier(each).equals("=") && path.equals(pattern(each)))
                .findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        Optional<Directive> longest = locations.stream()
                .filter(each -> isPrefix(each) && path.startsWith(pattern(each)))
                .max(Comparator.comparingInt(each -> pattern(each).length()));
        if (longest.isPresent() && modifier(longest.get()).equals("^~")) {
            return longest;
        }
        Optional<Directive> regex = regex(locations, path);
        return regex.isPresent() ? regex : longest;
    }

    private static String modifier(Directive location) {
        return location.arguments().size() > 1 ? location.argument(0) : "";
    }

    private static String pattern(Directive location) {
        return location.argument(location.arguments().size() > 1 ? 1 : 0);
    }

    private static boolean isPrefix(Directive location) {
        String modifier = modifier(location);
        boolean plain = modifier.isEmpty()
                && !pattern(location).startsWith("@")
                && !pattern(location).startsWith("~");
        return plain || modifier.equals("^~");
    }

    private static Optional<Directive> regex(List<Directive> locations, String path) {
        return locations.stream()
                .filter(location -> location.argument(0).startsWith("~"))
                .filter(location -> matches(location, path))
                .findFirst();
    }

    /** A pattern that Java does not know is taken to match: what can't be proved to be closed is open. */
    private static boolean matches(Directive location, String path) {
        boolean joined = location.arguments().size() == 1;
        boolean anyCase = location.argument(0).startsWith("~*");
        String pattern = joined ? location.argument(0).substring(anyCase ? 2 : 1) : location.argument(1);
        try {
            return Pattern.compile(pattern, anyCase ? Pattern.CASE_INSENSITIVE : 0)
                    .matcher(path)
                    .find();
        } catch (PatternSyntaxException e) {
            return true;
        }
    }
}
