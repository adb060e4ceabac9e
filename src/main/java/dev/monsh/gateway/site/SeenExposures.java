package dev.monsh.gateway.site;

import dev.monsh.box.Server;
import dev.monsh.gateway.nginx.Directive;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges servers that say the same once: on a gateway with twenty boxes forty blocks differ in their ports and targets alone,
 * and each verdict costs tens of milliseconds.
 */
public final class SeenExposures {

    /** Directives that no request's way depends on, and that differ from server to server where each has its own log or name. */
    private static final Set<String> APART =
            Set.of("listen", "server_name", "access_log", "error_log", "ssl_certificate", "ssl_certificate_key");

    /** What a verdict depends on: everything that a server says but its ports, and which address it leads to. */
    private record Question(Protocol protocol, String outer, String text, Optional<Server> service) {}

    private final Map<Question, Exposure> verdicts = new HashMap<>();
    private final Map<Question, Boolean> otherMethods = new HashMap<>();

    /** The text of the blocks around servers, which those of one block share as one list. */
    private final IdentityHashMap<List<Directive>, String> around = new IdentityHashMap<>();

    /** Returns the verdict about one target of a server, as {@link Exposure#of} gives it. */
    public Exposure of(ServerBlock server, Target target, Optional<Server> service) {
        if (server.targets().size() != 1) {
            return Exposure.of(server, target, service);
        }
        return verdicts.computeIfAbsent(question(server, target, service), _ -> Exposure.of(server, target, service));
    }

    /** Returns whether other methods than GET, HEAD and POST reach a target, as {@link Exposure#letsOtherMethods} says. */
    public boolean letsOtherMethods(ServerBlock server, Target target) {
        if (server.targets().size() != 1) {
            return Exposure.letsOtherMethods(server, target);
        }
        return otherMethods.computeIfAbsent(
                question(server, target, Optional.empty()), _ -> Exposure.letsOtherMethods(server, target));
    }

    private Question question(ServerBlock server, Target target, Optional<Server> service) {
        StringBuilder text = new StringBuilder();
        server.whole().children().forEach(each -> write(each, address(target), text));
        return new Question(
                server.protocol(),
                around.computeIfAbsent(server.outer(), SeenExposures::text),
                text.toString(),
                service);
    }

    /** An address that nginx computes is a part of the question: the paths of the requests may come from its variables. */
    private static String address(Target target) {
        return switch (target) {
            case Target.Address address -> "://" + address.text();
            case Target.Group group -> "://" + group.name();
            case Target.Dynamic _, Target.Other _ -> "";
        };
    }

    /** Of the blocks around a server their settings count; their other servers do not. */
    private static String text(List<Directive> outer) {
        StringBuilder text = new StringBuilder();
        for (Directive block : outer) {
            text.append(block.name()).append('{');
            block.children().stream()
                    .filter(each -> !each.is("server") && !each.is("upstream"))
                    .forEach(each -> write(each, "", text));
            text.append('}');
        }
        return text.toString();
    }

    private static void write(Directive directive, String address, StringBuilder text) {
        if (APART.contains(directive.name())) {
            return;
        }
        boolean leads = directive.is("proxy_pass");
        text.append(directive.name());
        for (String argument : directive.arguments()) {
            // a length before each keeps one long parameter apart from two short ones
            String shown = leads ? argument.replaceFirst(Pattern.quote(address), "") : argument;
            text.append(' ').append(shown.length()).append(':').append(shown);
        }
        text.append(directive.lua()).append('{');
        directive.children().forEach(each -> write(each, address, text));
        text.append('}');
    }
}
