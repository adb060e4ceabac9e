package dev.monsh.box;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Problem;
import dev.monsh.failure.Spelling;
import dev.monsh.failure.UsageException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides which box a command goes to: {@code --box}, else {@code MONSH_BOX}, else the configuration's own word. */
public final class BoxChoice {

    private BoxChoice() {}

    /**
     * Returns the box to talk to, with the URLs of {@code MONSH_PROMETHEUS_URL} and {@code MONSH_LOKI_URL} where they
     * are set. A credential goes only to the origin that it was configured for.
     *
     * @param requested the name given with {@code --box}
     * @throws UsageException where no box has the name, or several boxes are there and none is in use
     * @throws ConfigurationException where one of the URLs is not usable
     */
    public static Box choose(Configuration configuration, Optional<String> requested, Map<String, String> environment) {
        Box box = named(configuration, requested, environment);
        List<Problem> problems = new ArrayList<>();
        box = overridden(box, Server.PROMETHEUS, "MONSH_PROMETHEUS_URL", environment, problems);
        box = overridden(box, Server.LOKI, "MONSH_LOKI_URL", environment, problems);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return box;
    }

    /** Returns the box of the configuration that has this name, as {@link #find(Map, String)} does. */
    public static Box find(Configuration configuration, String name) {
        return find(configuration.boxes(), name);
    }

    /**
     * Returns the box of this name.
     *
     * @throws UsageException where there is none, with the nearest name
     */
    public static Box find(Map<String, Box> boxes, String name) {
        Box box = boxes.get(name);
        if (box == null) {
            Optional<String> nearest = Spelling.nearest(name, boxes.keySet());
            String meant = nearest.map(each -> "did you mean '" + each + "'?")
                    .orElseGet(() -> "there is " + String.join(", ", boxes.keySet()));
            throw new UsageException("box '" + name + "'", "no box has this name; " + meant, new BoxNextStep.ListAll());
        }
        return box;
    }

    private static Box named(Configuration configuration, Optional<String> requested, Map<String, String> environment) {
        Optional<String> name = requested
                .or(() -> Optional.ofNullable(environment.get("MONSH_BOX")).filter(each -> !each.isEmpty()))
                .or(configuration::current);
        if (name.isPresent()) {
            return find(configuration.boxes(), name.get());
        }
        if (configuration.boxes().size() == 1) {
            return configuration.boxes().values().iterator().next();
        }
        throw new UsageException(
                "which box",
                "several are configured and none is selected: "
                        + String.join(", ", configuration.boxes().keySet()),
                new BoxNextStep.Use(configuration.boxes().keySet().iterator().next()));
    }

    private static Box overridden(
            Box box, Server server, String variable, Map<String, String> environment, List<Problem> problems) {
        String text = environment.getOrDefault(variable, "");
        if (text.isEmpty()) {
            return box;
        }
        // no switch over the types: every one-shot call comes by here, and linking one takes longer than the call
        ServerUrl parsed = ServerUrl.parse(text);
        if (parsed instanceof ServerUrl.Unusable unusable) {
            problems.add(new Problem(variable, 0, 0, unusable.reason()));
            return box;
        }
        URI url = ((ServerUrl.Usable) parsed).url();
        Optional<Endpoint> configured = box.endpoint(server);
        return box.with(server, configured.isPresent() ? configured.get().movedTo(url) : at(url));
    }

    private static Endpoint at(URI url) {
        return Endpoint.of(url.toString());
    }
}
