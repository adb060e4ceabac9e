package dev.monsh.gateway.site;

import dev.monsh.box.Server;
import dev.monsh.gateway.nginx.Directive;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges servers that say the same once: on a gateway with twenty boxes forty blocks differ in their ports and targets alone,
 * and each verdict costs tens of milliseconds.
 */
public final class SeenExposures {

    /** What a verdict depends on: everything that a server says but its ports, and which address it leads to. */
    private record Question(Protocol protocol, List<Directive> outer, String text, Optional<Server> service) {}

    private final Map<Question, Exposure> verdicts = new HashMap<>();

    /** Returns the verdict about one target of a server, as {@link Exposure#of} gives it. */
    Exposure of(ServerBlock server, Target target, Optional<Server> service) {
        if (server.targets().size() != 1) {
            return Exposure.of(server, target, service);
        }
        StringBuilder text = new StringBuilder();
        server.whole().children().forEach(each -> write(each, target, text));
        Question question = new Question(server.protocol(), server.outer(), text.toString(), service);
        return verdicts.computeIfAbsent(question, _ -> Exposure.of(server, target, service));
    }

    private static void write(Directive directive, Target target, StringBuilder text) {
        if (directive.is("listen")) {
            return;
        }
        boolean leads = directive.is("proxy_pass");
        text.append(directive.name());
        for (String argument : directive.arguments()) {
            // a length before each keeps one long parameter apart from two short ones
            String shown = leads ? argument.replace(target.text(), "") : argument;
            text.append(' ').append(shown.length()).append(':').append(shown);
        }
        text.append(directive.lua()).append('{');
        directive.children().forEach(each -> write(each, target, text));
        text.append('}');
    }
}
