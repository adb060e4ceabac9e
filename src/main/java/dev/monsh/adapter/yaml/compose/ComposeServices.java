package dev.monsh.adapter.yaml.compose;

import dev.monsh.failure.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The services of merged files that a start would take: those of other profiles are left out. */
final class ComposeServices {

    /** A service with all that belongs to it, and the place of its name. */
    record Chosen(String name, Problem place, ComposeValue.Fields fields) {}

    private final Map<String, ComposeValue.Field> all;
    private final Set<String> profiles;
    private final ComposeFaults faults;

    ComposeServices(Map<String, ComposeValue.Field> all, Variables variables, ComposeFaults faults) {
        this.all = all;
        this.profiles = Set.copyOf(
                Arrays.asList(variables.find("COMPOSE_PROFILES").orElse("").split(",", -1)));
        this.faults = faults;
    }

    List<Chosen> chosen() {
        List<Chosen> chosen = new ArrayList<>();
        all.forEach((name, field) -> {
            if (!(field.value() instanceof ComposeValue.Fields service)) {
                faults.fault(field.value().problem("the service " + name + " must be a mapping"));
            } else if (hasProfile(name, service)) {
                chosen.add(new Chosen(name, field.key(), service));
            }
        });
        return chosen;
    }

    private boolean hasProfile(String name, ComposeValue.Fields service) {
        List<String> own = service.find("profiles").map(ComposeValue::asItems).orElse(List.of()).stream()
                .map(ComposeValue::asText)
                .toList();
        boolean chosen = own.isEmpty() || profiles.contains("*") || own.stream().anyMatch(profiles::contains);
        if (!chosen) {
            faults.note(service.find("profiles")
                    .orElse(service)
                    .problem("the service " + name + " is left out: none of its profiles is active"));
        }
        return chosen;
    }
}
