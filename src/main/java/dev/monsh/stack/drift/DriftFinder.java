package dev.monsh.stack.drift;

import dev.monsh.failure.NextStep;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackNextStep;
import dev.monsh.stack.StackService;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds where a running stack differs from its files. */
public final class DriftFinder {

    private final Observer observer;
    private final ConfigurationCheck configurations;

    public DriftFinder(Observer observer, ConfigurationCheck configurations) {
        this.observer = observer;
        this.configurations = configurations;
    }

    /**
     * Returns what has drifted, service by service.
     *
     * @param names the services to look at; all, and those that the files no longer have, where none is named
     * @throws dev.monsh.failure.UnreachableException where the engine does not answer
     */
    public List<Drift> find(Stack stack, List<String> names) {
        List<String> wanted =
                stack.select(names).stream().map(StackService::name).toList();
        Set<Drift> found = new LinkedHashSet<>();
        List<ObservedService> observed = observer.observe(stack);
        for (ObservedService service : observed) {
            if (names.isEmpty() || wanted.contains(service.name())) {
                found.addAll(find(service));
            }
        }
        // a stack of which nothing is there has no service that this machine could run, and none that runs
        if (!names.isEmpty() || observed.isEmpty()) {
            wanted.stream()
                    .filter(name ->
                            observed.stream().noneMatch(one -> one.name().equals(name)))
                    .forEach(name -> found.add(unable(name)));
        }
        return List.copyOf(found);
    }

    /** Who looks at the whole stack gets what this machine can run; who names a service means it. */
    private static Drift unable(String name) {
        return new Drift(name, DriftKind.MISSING, "can't run here", "a service", new StackNextStep.Up(name));
    }

    private List<Drift> find(ObservedService service) {
        String name = service.name();
        if (service.running().isEmpty()) {
            return List.of(new Drift(name, DriftKind.MISSING, "does not run", "a service", new StackNextStep.Up(name)));
        }
        ObservedService.Running running = service.running().get();
        if (service.declared().isEmpty()) {
            return List.of(new Drift(
                    name,
                    DriftKind.ORPHAN,
                    running.name() + " (" + running.state().word() + ")",
                    "no such service",
                    new NextStep.Text("docker compose up -d --remove-orphans")));
        }
        List<Drift> found = new ArrayList<>(state(service, running));
        found.addAll(definition(service, running, service.declared().get()));
        found.addAll(configurations.find(service));
        return found;
    }

    /** A program that is none of the servers may have done its work and ended. */
    private static List<Drift> state(ObservedService service, ObservedService.Running running) {
        boolean done = service.kind().isEmpty()
                && running.exitCode().filter(code -> code == 0).isPresent();
        if (running.isUp() || running.state() == ServiceState.STARTING || done) {
            return List.of();
        }
        String exit = running.exitCode().map(code -> " (" + code + ")").orElse("");
        return List.of(new Drift(
                service.name(),
                DriftKind.STATE,
                running.state().word() + exit,
                ServiceState.RUNNING.word(),
                new StackNextStep.Up(service.name())));
    }

    private static List<Drift> definition(
            ObservedService service, ObservedService.Running running, ServiceDefinition declared) {
        List<Drift> found = new ArrayList<>();
        if (service.verdict() != ObservedService.Verdict.SAME) {
            found.addAll(DefinitionComparison.compare(service.name(), running.definition(), declared));
        }
        if (service.verdict() == ObservedService.Verdict.OTHER && found.isEmpty()) {
            found.add(new Drift(
                    service.name(),
                    DriftKind.DEFINITION,
                    "created from a different definition",
                    "other settings changed",
                    new StackNextStep.Up(service.name())));
        }
        boolean known =
                !service.declaredImageId().isEmpty() && !running.imageId().isEmpty();
        boolean sameName = running.definition().image().equals(declared.image());
        if (known && sameName && !service.declaredImageId().equals(running.imageId())) {
            found.add(new Drift(
                    service.name(),
                    DriftKind.IMAGE_ID,
                    shortened(running.imageId()),
                    declared.image() + " is now " + shortened(service.declaredImageId()),
                    new StackNextStep.Up(service.name())));
        }
        return found;
    }

    /** Twelve hexadecimal digits, as {@code docker images} shows them. */
    private static String shortened(String id) {
        String digits = id.substring(id.indexOf(':') + 1);
        return digits.substring(0, Math.min(12, digits.length()));
    }
}
