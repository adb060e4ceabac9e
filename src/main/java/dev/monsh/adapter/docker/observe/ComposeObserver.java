package dev.monsh.adapter.docker.observe;

import dev.monsh.adapter.docker.ComposeCommand;
import dev.monsh.adapter.docker.container.Container;
import dev.monsh.adapter.docker.container.ContainerStatus;
import dev.monsh.adapter.docker.container.Containers;
import dev.monsh.adapter.docker.container.DockerCli;
import dev.monsh.adapter.docker.container.EngineFault;
import dev.monsh.adapter.docker.container.EngineHost;
import dev.monsh.mount.Mount;
import dev.monsh.os.ProgramRun;
import dev.monsh.stack.Probe;
import dev.monsh.stack.ServiceState;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.drift.ObservedConfiguration;
import dev.monsh.stack.drift.ObservedService;
import dev.monsh.stack.drift.Observer;
import dev.monsh.stack.drift.ServiceDefinition;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Observes a stack's containers together with Compose's interpretation of its files. */
public final class ComposeObserver implements Observer {

    private final Map<String, String> environment;
    private final EngineHost host;
    private final ContainerStatus places;
    private final Duration patience;

    /**
     * Takes the user's environment, where docker finds its host.
     *
     * @param patience how long the engine may take for one answer
     */
    public ComposeObserver(Map<String, String> environment, Probe probe, Duration patience) {
        this.environment = Map.copyOf(environment);
        this.host = EngineHost.of(environment);
        this.places = new ContainerStatus(probe, host, patience);
        this.patience = patience;
    }

    @Override
    public List<ObservedService> observe(Stack stack) {
        DockerCli cli = new DockerCli(environment, stack.folder());
        List<Container> containers = new Containers(cli, patience).of(stack);
        ComposeCommand compose = ComposeCommand.find(cli);
        DeclaredServices declared = new DeclaredServices(Containers.parse(config(compose, "--format", "json")));
        ComposeVerdicts verdicts = verdicts(compose, declared, containers);
        Images images = new Images(cli, patience);
        List<ObservedService> observed = new ArrayList<>();
        for (String name : names(compose, declared, containers)) {
            Optional<ServiceDefinition> definition = declared.find(name, images);
            List<Container> own = containers.stream()
                    .filter(one -> one.service().equals(name))
                    .toList();
            if (own.isEmpty()) {
                observed.add(missing(stack, name, definition));
            }
            own.forEach(each -> observed.add(observed(stack, each, definition, verdicts, images)));
        }
        return observed;
    }

    private ComposeVerdicts verdicts(ComposeCommand compose, DeclaredServices declared, List<Container> containers) {
        ComposeVerdicts verdicts = ComposeVerdicts.read(config(compose, "--hash", "*"), compose.version(patience));
        if (!verdicts.anyOther(containers)) {
            return verdicts;
        }
        ProgramRun.Ended raw =
                compose.run(patience, List.of("config", "--no-interpolate", "--format", "json"), line -> {});
        return verdicts.unsureOf(
                raw.ok() ? new DeclaredServices(Containers.parse(raw.outText())).completedAtStart() : declared.names());
    }

    /** What runs of a profile that is not chosen now is in the files all the same, and nothing is known against it. */
    private Set<String> names(ComposeCommand compose, DeclaredServices declared, List<Container> containers) {
        Set<String> names = new LinkedHashSet<>(declared.names());
        Set<String> others = new LinkedHashSet<>();
        containers.stream()
                .map(Container::service)
                .filter(name -> !names.contains(name))
                .forEach(others::add);
        if (!others.isEmpty()) {
            ProgramRun.Ended all = compose.run(patience, List.of("--profile", "*", "config", "--services"), line -> {});
            others.removeAll(all.outText().lines().toList());
        }
        names.addAll(others);
        return names;
    }

    private String config(ComposeCommand compose, String... words) {
        List<String> call = new ArrayList<>(List.of("config"));
        call.addAll(List.of(words));
        ProgramRun.Ended output = compose.run(patience, call, line -> {});
        if (!output.ok()) {
            throw new EngineFault(output).explain("docker compose config");
        }
        return output.outText();
    }

    private static ObservedService missing(Stack stack, String name, Optional<ServiceDefinition> definition) {
        return new ObservedService(
                name,
                stack.find(name).flatMap(StackService::kind),
                definition,
                Optional.empty(),
                ObservedService.Verdict.UNKNOWN,
                "",
                Optional.empty());
    }

    private ObservedService observed(
            Stack stack,
            Container container,
            Optional<ServiceDefinition> declared,
            ComposeVerdicts verdicts,
            Images images) {
        Optional<StackService> service = stack.services().stream()
                .filter(one -> one.name().equals(container.service()))
                .findFirst();
        ServiceDefinition wanted = declared.map(definition -> withImage(definition, container, images))
                .orElseGet(
                        () -> new ServiceDefinition("", Optional.empty(), Set.of(), Set.of(), Map.of(), "", Set.of()));
        ServiceDefinition made = new RunningDefinition(container, wanted).read();
        return new ObservedService(
                container.service(),
                service.flatMap(StackService::kind),
                declared.map(definition -> wanted),
                Optional.of(running(container, made)),
                verdicts.of(container),
                images.id(wanted.image()),
                service.flatMap(one -> configuration(one, container, made)));
    }

    /** The image that runs, which its name need not mean any more, brought variables that no file has. */
    private static ServiceDefinition withImage(ServiceDefinition declared, Container container, Images images) {
        Map<String, String> variables = new LinkedHashMap<>(images.environment(container.imageId()));
        variables.putAll(declared.environment());
        return new ServiceDefinition(
                declared.image(),
                declared.command(),
                declared.ports(),
                declared.mounts(),
                variables,
                declared.networkMode(),
                declared.networks());
    }

    private static ObservedService.Running running(Container container, ServiceDefinition definition) {
        boolean ended = container.state() == ServiceState.EXITED;
        return new ObservedService.Running(
                container.name(),
                container.state(),
                ended ? Optional.of(container.exitCode()) : Optional.empty(),
                container.since(),
                container.imageId(),
                definition);
    }

    private Optional<ObservedConfiguration> configuration(
            StackService service, Container container, ServiceDefinition definition) {
        if (service.configuration().isEmpty() || !host.isThisMachine()) {
            return Optional.empty();
        }
        String inside = service.configurationInside().orElseThrow();
        boolean single = service.mounts().stream().map(Mount::target).anyMatch(inside::equals);
        boolean replaced = single
                && MountedFile.isReplaced(
                        container.pid(), service.configuration().get(), inside);
        Optional<URI> server = places.readiness(Optional.of(service), container).map(url -> url.resolve("/"));
        return Optional.of(new ObservedConfiguration(
                service.configuration().get(),
                inside,
                server,
                replaced,
                definition.switchedOn("config.expand-env"),
                UnaryOperator.identity()));
    }
}
