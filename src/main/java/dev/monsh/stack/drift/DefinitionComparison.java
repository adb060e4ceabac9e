package dev.monsh.stack.drift;

import dev.monsh.stack.Redaction;
import dev.monsh.stack.StackNextStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds how a container differs from its service's declaration. */
final class DefinitionComparison {

    private static final String NOTHING = ConfigurationDifference.NOTHING;

    private final String service;
    private final List<Drift> found = new ArrayList<>();

    private DefinitionComparison(String service) {
        this.service = service;
    }

    static List<Drift> compare(String service, ServiceDefinition running, ServiceDefinition declared) {
        DefinitionComparison comparison = new DefinitionComparison(service);
        comparison.image(running.image(), declared.image());
        comparison.command(running.command(), declared.command());
        comparison.sets(DriftKind.PORT, running.ports(), declared.ports());
        comparison.sets(DriftKind.MOUNT, running.mounts(), declared.mounts());
        comparison.environment(running, declared);
        comparison.network(running, declared);
        return comparison.found;
    }

    private void image(String running, String declared) {
        if (!declared.isEmpty() && !running.equals(declared)) {
            add(DriftKind.IMAGE, running, declared);
        }
    }

    private void command(Optional<List<String>> running, Optional<List<String>> declared) {
        if (running.isEmpty() || declared.isEmpty() || running.get().equals(declared.get())) {
            return;
        }
        List<String> onlyRunning = without(running.get(), declared.get());
        List<String> onlyDeclared = without(declared.get(), running.get());
        boolean order = onlyRunning.isEmpty() && onlyDeclared.isEmpty();
        add(
                DriftKind.COMMAND,
                words(order ? running.get() : onlyRunning),
                words(order ? declared.get() : onlyDeclared));
    }

    private static List<String> without(List<String> words, List<String> others) {
        return words.stream().filter(word -> !others.contains(word)).toList();
    }

    private static String words(List<String> words) {
        return words.isEmpty() ? NOTHING : words.stream().map(Redaction::word).collect(Collectors.joining(" "));
    }

    private void sets(DriftKind kind, Collection<String> running, Collection<String> declared) {
        TreeSet<String> onlyRunning = new TreeSet<>(running);
        onlyRunning.removeAll(declared);
        TreeSet<String> onlyDeclared = new TreeSet<>(declared);
        onlyDeclared.removeAll(running);
        if (!onlyRunning.isEmpty() || !onlyDeclared.isEmpty()) {
            add(kind, joined(onlyRunning), joined(onlyDeclared));
        }
    }

    private static String joined(Collection<String> texts) {
        return texts.isEmpty() ? NOTHING : String.join(", ", texts);
    }

    private void environment(ServiceDefinition running, ServiceDefinition declared) {
        TreeSet<String> names = new TreeSet<>(running.environment().keySet());
        names.addAll(declared.environment().keySet());
        for (String name : names) {
            Optional<String> now = Optional.ofNullable(running.environment().get(name));
            Optional<String> wanted = Optional.ofNullable(declared.environment().get(name));
            if (!now.equals(wanted)) {
                add(DriftKind.ENVIRONMENT, variable(name, now), variable(name, wanted));
            }
        }
    }

    /** Only the fact that a secret changed is reported, never its value. */
    private static String variable(String name, Optional<String> value) {
        return name
                + value.map(text -> Redaction.isSecret(name) ? " (changed)" : "=" + Redaction.shown(text))
                        .orElse(" " + NOTHING);
    }

    private void network(ServiceDefinition running, ServiceDefinition declared) {
        if (!running.networkMode().equals(declared.networkMode())) {
            add(DriftKind.NETWORK, mode(running), mode(declared));
        } else {
            sets(DriftKind.NETWORK, running.networks(), declared.networks());
        }
    }

    private static String mode(ServiceDefinition definition) {
        return definition.networkMode().isEmpty()
                ? joined(new TreeSet<>(definition.networks()))
                : definition.networkMode();
    }

    private void add(DriftKind kind, String running, String declared) {
        found.add(new Drift(service, kind, running, declared, new StackNextStep.Up(service)));
    }
}
