package dev.monsh.gateway.traffic;

import dev.monsh.gateway.nginx.Directive;
import dev.monsh.gateway.pattern.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the directives of ngx_http_rewrite_module in a block: {@code if}, {@code return}, {@code rewrite}, {@code set} and
 * {@code break}, in their order.
 */
final class RewritePhase {

    /** More ways through a block can't be followed. */
    private static final int MOST_WAYS = 2_000;

    /** A pattern that takes the rest of the path into {@code $1}, and its literal start. */
    private static final Pattern REST = Pattern.compile("\\^((?:[A-Za-z0-9/_-]|\\\\\\.)*)\\(\\.\\*\\)\\$?");

    private static final Pattern PLACED = Pattern.compile("([^$?]*)\\$1(?:\\?[^$]*)?");

    /**
     * Requests that come through.
     *
     * @param moved whether their path was rewritten, so that a location is searched again
     * @param condition the last {@code if} that held, whose settings count
     */
    record Passed(Requests requests, boolean moved, Optional<Directive> condition) {

        private Passed with(Requests changed) {
            return new Passed(changed, moved, condition);
        }
    }

    private final List<Passed> through = new ArrayList<>();

    private RewritePhase() {}

    /** Returns what comes through the directives of a block. */
    static List<Passed> run(Directive block, Requests requests) {
        RewritePhase phase = new RewritePhase();
        phase.through.addAll(
                phase.directives(block.children(), List.of(new Passed(requests, false, Optional.empty()))));
        return phase.through;
    }

    /** Returns what continues after the directives; what leaves the phase is kept. */
    private List<Passed> directives(List<Directive> directives, List<Passed> before) {
        List<Passed> ways = before;
        for (Directive each : directives) {
            ways = switch (each.name()) {
                case "if" -> condition(each, ways);
                case "return" -> List.of();
                case "rewrite" -> rewrite(each, ways);
                case "set" ->
                    ways.stream()
                            .map(way -> way.with(set(each, way.requests())))
                            .toList();
                case "break" -> {
                    ways.forEach(way -> through.add(broken(way)));
                    yield List.of();
                }
                default -> ways;
            };
            if (ways.size() + through.size() > MOST_WAYS) {
                throw new Language.TooComplexException();
            }
        }
        return ways;
    }

    private static Passed broken(Passed way) {
        Requests requests =
                way.moved() ? way.requests().rewritten(way.requests().uri(), true) : way.requests();
        return new Passed(requests, false, way.condition());
    }

    private List<Passed> condition(Directive directive, List<Passed> ways) {
        Condition condition = new Condition(directive);
        List<Passed> after = new ArrayList<>();
        List<Passed> holding = new ArrayList<>();
        for (Passed way : ways) {
            Requests held = condition.holding(way.requests());
            if (!held.isEmpty()) {
                holding.add(new Passed(held, way.moved(), Optional.of(directive)));
            }
            Requests failed = condition.failing(way.requests());
            if (!failed.isEmpty()) {
                after.add(way.with(failed));
            }
        }
        after.addAll(directives(directive.children(), holding));
        return after;
    }

    private static Requests set(Directive set, Requests requests) {
        String value = set.argument(1);
        return requests.with(set.argument(0), value.indexOf('$') < 0 ? Optional.of(value) : Optional.empty());
    }

    private List<Passed> rewrite(Directive rewrite, List<Passed> ways) {
        Optional<Language> matching = Language.matching(rewrite.argument(0), false);
        String replacement = rewrite.argument(1);
        String flag = rewrite.argument(2);
        boolean leaves = flag.equals("redirect")
                || flag.equals("permanent")
                || replacement.matches("(?s)(https?://|\\$scheme).*");
        List<Passed> after = new ArrayList<>();
        for (Passed way : ways) {
            Requests requests = way.requests();
            Requests taken = matching.map(each -> requests.at(requests.uri().and(each)))
                    .orElseGet(() -> requests.doubting("it depends on rewrite " + rewrite.argument(0)));
            Requests others = matching.map(each -> requests.at(requests.uri().minus(each)))
                    .orElse(taken);
            if (!others.isEmpty()) {
                after.add(way.with(others));
            }
            if (!leaves && !taken.isEmpty()) {
                boolean breaks = flag.equals("break");
                Passed moved = new Passed(moved(taken, rewrite, breaks), !breaks, way.condition());
                (flag.isEmpty() ? after : through).add(moved);
            }
        }
        return after;
    }

    /** Returns the requests with their new path: a literal, or a literal and the rest of the old one; else it may be any. */
    private static Requests moved(Requests taken, Directive rewrite, boolean breaks) {
        String replacement = rewrite.argument(1);
        if (replacement.matches("\\$(document_)?uri(\\?[^$]*)?")) {
            return taken.rewritten(taken.uri(), breaks);
        }
        if (replacement.indexOf('$') < 0) {
            return taken.rewritten(Language.of(withoutArguments(replacement)), breaks);
        }
        Matcher rest = REST.matcher(rewrite.argument(0));
        Matcher placed = PLACED.matcher(replacement);
        if (rest.matches() && placed.matches()) {
            Language paths = taken.uri().after(rest.group(1).replace("\\", "")).behind(placed.group(1));
            return taken.rewritten(paths, breaks);
        }
        return taken.rewritten(Language.ALL, breaks).doubting("it depends on rewrite " + rewrite.argument(0));
    }

    private static String withoutArguments(String path) {
        int arguments = path.indexOf('?');
        return arguments < 0 ? path : path.substring(0, arguments);
    }
}
