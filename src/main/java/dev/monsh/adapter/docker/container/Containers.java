package dev.monsh.adapter.docker.container;

import dev.monsh.failure.RejectedException;
import dev.monsh.json.JsonTree;
import dev.monsh.os.ProgramRun;
import dev.monsh.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds a stack's containers by the labels that Compose gives them. */
public final class Containers implements StackContainers {

    static final String PROJECT = "com.docker.compose.project";
    static final String ONE_OFF = "com.docker.compose.oneoff";

    private final DockerCli cli;
    private final Duration timeout;
    private final ContainerSource source;

    /** Takes how long the engine may take for one answer. */
    public Containers(DockerCli cli, Duration timeout) {
        this.cli = cli;
        this.timeout = timeout;
        this.source = source(cli, timeout);
    }

    /** Returns the fastest way to the engine that the docker program would reach. */
    public static ContainerSource source(DockerCli cli, Duration timeout) {
        return EngineSocket.of(cli.environment(), timeout)
                .<ContainerSource>map(SocketContainers::new)
                .orElseGet(() -> new CliContainers(cli, timeout));
    }

    @Override
    public List<Container> of(Stack stack) {
        return inspect(source.list().stream()
                .filter(listed -> !listed.oneOff() && isSame(listed.workingFolder(), stack.folder()))
                .map(ContainerSource.Listed::id)
                .toList());
    }

    @Override
    public List<Container> inspect(List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : source.inspect(ids).stream().map(Container::new).toList();
    }

    @Override
    public List<String> lastLines(Container container, int lines) {
        List<String> said = new ArrayList<>();
        ProgramRun.Ended output =
                cli.docker(timeout, List.of("logs", "--tail", Integer.toString(lines), container.id()));
        if (!output.ok()) {
            return List.of();
        }
        output.outText().lines().forEach(said::add);
        output.errText().lines().forEach(said::add);
        return said;
    }

    /** Returns the name of the container that has published a port. */
    public Optional<String> publishing(int port) {
        ProgramRun.Ended listed =
                cli.docker(timeout, List.of("ps", "--filter", "publish=" + port, "--format", "{{.Names}}"));
        return listed.outText().lines().findFirst();
    }

    public static JsonTree parse(String json) {
        try {
            return JsonTree.parse(json);
        } catch (IOException e) {
            throw new RejectedException("docker", "its answer isn't JSON: " + e.getMessage(), null, e);
        }
    }

    private static boolean isSame(String label, Path folder) {
        if (label.isEmpty()) {
            return false;
        }
        Path labelled = Path.of(label);
        return labelled.equals(folder) || real(labelled).equals(real(folder));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.normalize();
        }
    }
}
