package dev.monsh.adapter.docker;

import dev.monsh.adapter.docker.container.Container;
import dev.monsh.adapter.docker.container.ContainerOutput;
import dev.monsh.adapter.docker.container.ContainerStatus;
import dev.monsh.adapter.docker.container.Containers;
import dev.monsh.adapter.docker.container.DockerCli;
import dev.monsh.adapter.docker.container.EngineFault;
import dev.monsh.adapter.docker.container.EngineHost;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.os.Pace;
import dev.monsh.os.ProgramRun;
import dev.monsh.stack.Probe;
import dev.monsh.stack.ServiceStatus;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.Ended;
import dev.monsh.stack.engine.Engine;
import dev.monsh.stack.engine.EngineKind;
import dev.monsh.stack.engine.OutputLine;
import dev.monsh.stack.engine.OutputRequest;
import dev.monsh.stack.engine.PortOwners;
import dev.monsh.stack.engine.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs a stack's services as containers, by Docker Compose. */
public final class ComposeEngine implements Engine {

    private static final Duration STOP_PATIENCE = Duration.ofMinutes(5);
    private static final Duration PULL_PATIENCE = Duration.ofHours(2);

    private final Map<String, String> environment;
    private final Probe probe;
    private final PortOwners owners;
    private final Duration patience;

    /**
     * Takes the user's environment, where docker finds its host and credentials.
     *
     * @param patience how long the engine, and each server, may take for one answer
     */
    public ComposeEngine(Map<String, String> environment, Probe probe, PortOwners owners, Duration patience) {
        this.environment = Map.copyOf(environment);
        this.probe = probe;
        this.owners = owners;
        this.patience = patience;
    }

    @Override
    public EngineKind kind() {
        return EngineKind.COMPOSE;
    }

    @Override
    public List<ServiceStatus> up(
            Stack stack, List<StackService> services, Duration timeout, ProgressListener listener) {
        return start(stack, services, List.of("up", "--detach"), timeout, listener);
    }

    @Override
    public List<ServiceStatus> restart(
            Stack stack, List<StackService> services, Duration timeout, ProgressListener listener) {
        return start(stack, services, List.of("up", "--detach", "--force-recreate", "--no-deps"), timeout, listener);
    }

    private List<ServiceStatus> start(
            Stack stack,
            List<StackService> services,
            List<String> subcommand,
            Duration timeout,
            ProgressListener listener) {
        Pace pace = Pace.system();
        long begin = pace.nanos();
        DockerCli cli = cli(stack);
        Containers containers = new Containers(cli, patience);
        List<Container> before = containers.of(stack);
        ProgramRun.Ended output = ComposeCommand.find(cli)
                .run(timeout, words(stack, services, subcommand), new ComposeSteps(stack, listener));
        if (!output.ok()) {
            throw new StartFault(stack, output, containers, owners).explain();
        }
        new ServiceWait(containers, probe, joined(), listener, pace).await(stack, services, before, begin, timeout);
        return status(stack).stream()
                .filter(status -> services.stream().anyMatch(one -> one.name().equals(status.service())))
                .toList();
    }

    /** All of a stack is started without names, so that Compose also starts what only it can read out of the files. */
    private static List<String> words(Stack stack, List<StackService> services, List<String> subcommand) {
        List<String> words = new ArrayList<>(subcommand);
        if (services.size() < stack.services().size()) {
            services.forEach(service -> words.add(service.name()));
        }
        return words;
    }

    @Override
    public List<Ended> down(Stack stack, boolean volumes, ProgressListener listener) {
        DockerCli cli = cli(stack);
        List<String> words = new ArrayList<>(List.of("down", "--remove-orphans"));
        if (volumes) {
            words.add("--volumes");
        }
        ComposeSteps steps = new ComposeSteps(stack, listener);
        ComposeCommand compose = ComposeCommand.find(cli);
        ProgramRun.Ended output = compose.run(STOP_PATIENCE, words, steps);
        if (!output.ok()) {
            Optional<String> project = project(cli, stack, output);
            if (project.isPresent()) {
                words.addAll(0, List.of("--project-name", project.get()));
                output = compose.run(STOP_PATIENCE, words, steps);
            }
        }
        if (!output.ok()) {
            throw new EngineFault(output).explain("docker compose down");
        }
        return steps.ended();
    }

    /** Where Compose refuses the files, the name of the project is enough: all that it made bears it as a label. */
    private Optional<String> project(DockerCli cli, Stack stack, ProgramRun.Ended output) {
        return new EngineFault(output).explain("docker compose down") instanceof ConfigurationException
                ? new Containers(cli, patience)
                        .of(stack).stream().map(Container::project).findFirst()
                : Optional.empty();
    }

    @Override
    public void pull(Stack stack, List<StackService> services, ProgressListener listener) {
        DockerCli cli = cli(stack);
        ProgramRun.Ended output = ComposeCommand.find(cli)
                .run(PULL_PATIENCE, words(stack, services, List.of("pull")), new ComposeSteps(stack, listener));
        if (!output.ok()) {
            throw new StartFault(stack, output, new Containers(cli, patience), owners).explain();
        }
    }

    @Override
    public List<ServiceStatus> status(Stack stack) {
        return joined().of(stack, new Containers(cli(stack), patience).of(stack));
    }

    @Override
    public void logs(Stack stack, OutputRequest request, Consumer<OutputLine> receiver) {
        Containers containers = new Containers(cli(stack), patience);
        new ContainerOutput(cli(stack), containers).read(stack, request, receiver);
    }

    private ContainerStatus joined() {
        return new ContainerStatus(probe, EngineHost.of(environment), patience);
    }

    private DockerCli cli(Stack stack) {
        return new DockerCli(environment, stack.folder());
    }
}
