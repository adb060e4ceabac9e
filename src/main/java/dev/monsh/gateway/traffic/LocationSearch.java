package dev.monsh.gateway.traffic;

import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.pattern.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the location of a path as nginx does (ngx_http_core_find_location): the exact one; else the longest prefix and what
 * is nested in it; else, unless that prefix is {@code ^~}, the first regular expression that matches; else the prefix.
 */
final class LocationSearch {

    /**
     * Paths and where they end.
     *
     * @param blocks from the server on, the outermost first
     * @param certain whether exactly these paths come here
     * @param settled whether a regular expression of an outer block can't take them any more
     */
    record Hit(Language paths, List<Directive> blocks, boolean certain, boolean settled) {

        private Hit only(Language some, boolean surely) {
            return new Hit(paths.and(some), blocks, certain && surely, settled);
        }
    }

    private LocationSearch() {}

    /** Returns where paths end that come to the last of some blocks. */
    static List<Hit> find(List<Directive> blocks, Language paths) {
        List<Directive> locations = blocks.getLast().children().stream()
                .filter(each -> each.is("location") && !pattern(each).startsWith("@"))
                .toList();
        List<Hit> hits = new ArrayList<>();
        Language left = paths;
        for (Directive each : locations) {
            left = left.minus(redirected(each, locations));
        }
        for (Directive each : locations) {
            if (modifier(each).equals("=")) {
                Language exact = Language.of(pattern(each));
                add(hits, new Hit(left.and(exact), within(blocks, each), true, true));
                left = left.minus(exact);
            }
        }
        for (Directive prefix : prefixes(locations)) {
            Language begun = Language.startingWith(pattern(prefix));
            Language taken = left.and(begun);
            left = left.minus(begun);
            for (Hit inner : find(within(blocks, prefix), taken)) {
                if (inner.settled() || modifier(prefix).equals("^~")) {
                    add(hits, inner);
                } else {
                    byPattern(hits, blocks, locations, inner);
                }
            }
        }
        byPattern(hits, blocks, locations, new Hit(left, blocks, true, false));
        return hits;
    }

    /** Without its last slash the path of a location with proxy_pass is answered with 301 (ngx_http_core_module, auto_redirect). */
    private static Language redirected(Directive location, List<Directive> locations) {
        String path = pattern(location);
        boolean proxies = !isPattern(location) && location.children().stream().anyMatch(each -> each.is("proxy_pass"));
        String shorter = path.endsWith("/") ? path.substring(0, path.length() - 1) : "";
        boolean taken = locations.stream()
                .anyMatch(each -> !isPattern(each) && pattern(each).equals(shorter));
        return proxies && !shorter.isEmpty() && !taken ? Language.of(shorter) : Language.NONE;
    }

    private static void byPattern(List<Hit> hits, List<Directive> blocks, List<Directive> locations, Hit rest) {
        Hit left = rest;
        for (Directive location : locations) {
            if (isPattern(location)) {
                Optional<Language> matching =
                        Language.matching(pattern(location), modifier(location).equals("~*"));
                Hit taken = left.only(matching.orElse(Language.ALL), matching.isPresent());
                for (Hit inner :
                        taken.paths().isEmpty() ? List.<Hit>of() : find(within(blocks, location), taken.paths())) {
                    add(hits, new Hit(inner.paths(), inner.blocks(), inner.certain() && taken.certain(), true));
                }
                left = matching.isPresent()
                        ? new Hit(left.paths().minus(matching.get()), left.blocks(), left.certain(), left.settled())
                        : left.only(Language.ALL, false);
            }
        }
        add(hits, left);
    }

    private static void add(List<Hit> hits, Hit hit) {
        if (!hit.paths().isEmpty()) {
            hits.add(hit);
        }
    }

    private static List<Directive> within(List<Directive> blocks, Directive inner) {
        List<Directive> longer = new ArrayList<>(blocks);
        longer.add(inner);
        return List.copyOf(longer);
    }

    private static List<Directive> prefixes(List<Directive> locations) {
        return locations.stream()
                .filter(each -> !modifier(each).equals("=") && !isPattern(each))
                .sorted(Comparator.comparingInt(
                                (Directive each) -> pattern(each).length())
                        .reversed())
                .toList();
    }

    /** Returns {@code =}, {@code ^~}, {@code ~}, {@code ~*}, or nothing. The modifier may be joined to the pattern. */
    private static String modifier(Directive location) {
        String first = location.argument(0);
        if (location.arguments().size() > 1) {
            return first;
        }
        for (String each : List.of("^~", "~*", "~", "=")) {
            if (first.startsWith(each)) {
                return each;
            }
        }
        return "";
    }

    /** Returns what the location compares the path with. */
    static String pattern(Directive location) {
        return location.arguments().size() > 1
                ? location.argument(1)
                : location.argument(0).substring(modifier(location).length());
    }

    static boolean isPattern(Directive location) {
        return modifier(location).startsWith("~");
    }
}
