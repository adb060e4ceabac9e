package dev.monsh.adapter.docker;

import dev.monsh.failure.RejectedException;
import dev.monsh.json.JsonTree;
import dev.monsh.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds a stack's containers by the labels that Compose gives them. */
final class Containers {

    private static final String PROJECT = "com.docker.compose.project";

    private final DockerCli cli;
    private final Duration timeout;

    /** Takes how long the engine may take for one answer. */
    Containers(DockerCli cli, Duration timeout) {
        this.cli = cli;
        this.timeout = timeout;
    }

    /** Returns the containers that were made from the stack's folder, also those that have ended. */
    List<Container> of(Stack stack) {
        String columns =
                "{{.ID}}\t{{.Label \"" + PROJECT + ".working_dir\"}}\t{{.Label \"com.docker.compose.oneoff\"}}";
        CommandOutput listed =
                run(List.of("ps", "--all", "--no-trunc", "--filter", "label=" + PROJECT, "--format", columns));
        List<String> ids = new ArrayList<>();
        for (String line : listed.out().lines().toList()) {
            String[] fields = line.split("\t", -1);
            boolean service = fields.length > 2 && !fields[2].equalsIgnoreCase("true");
            if (service && isSame(fields[1], stack.folder())) {
                ids.add(fields[0]);
            }
        }
        return inspect(ids);
    }

    /** Returns the containers of those ids; one that is gone by now is left out. */
    List<Container> inspect(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>(List.of("inspect", "--type", "container"));
        words.addAll(ids);
        CommandOutput inspected = cli.docker(timeout, words);
        if (!inspected.ok() && !inspected.err().contains("No such container")) {
            throw new EngineFault(inspected).explain("docker inspect");
        }
        return parse(inspected.out()).elements().stream().map(Container::new).toList();
    }

    /** Returns the end of a container's output, both streams, oldest line first. */
    List<String> lastLines(Container container, int lines) {
        List<String> said = new ArrayList<>();
        CommandOutput output = cli.docker(timeout, List.of("logs", "--tail", Integer.toString(lines), container.id()));
        output.out().lines().forEach(said::add);
        output.err().lines().forEach(said::add);
        return said;
    }

    /** Returns the name of the container that has published a port. */
    Optional<String> publishing(int port) {
        CommandOutput listed =
                cli.docker(timeout, List.of("ps", "--filter", "publish=" + port, "--format", "{{.Names}}"));
        return listed.out().lines().findFirst();
    }

    CommandOutput run(List<String> words) {
        CommandOutput output = cli.docker(timeout, words);
        if (!output.ok()) {
            throw new EngineFault(output).explain("docker " + words.getFirst());
        }
        return output;
    }

    static JsonTree parse(String json) {
        try {
            return JsonTree.parse(json);
        } catch (IOException e) {
            throw new RejectedException("docker", "its answer is no JSON: " + e.getMessage(), null, e);
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
