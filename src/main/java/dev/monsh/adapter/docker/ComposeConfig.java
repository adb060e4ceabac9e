package dev.monsh.adapter.docker;

import dev.monsh.adapter.docker.container.DockerCli;
import dev.monsh.adapter.docker.container.EngineFault;
import dev.monsh.os.ProgramRun;
import dev.monsh.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Compose's own reading of its files, by {@code docker compose config}; it asks no engine. */
public final class ComposeConfig {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, String> environment;

    /** Takes the user's environment, whose PATH is searched and whose variables the files may name. */
    public ComposeConfig(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Returns the services of a folder's files with everything merged and put in, as JSON.
     *
     * @param file absolute, the one in the folder that Compose takes
     * @throws dev.monsh.failure.UnreachableException where there is no Compose of version 2
     * @throws dev.monsh.failure.ConfigurationException where Compose refuses the files
     * @throws dev.monsh.failure.RejectedException likewise, where it does not say that they are the cause
     */
    public String print(Path folder, Path file) {
        ProgramRun.Ended output = run(folder, List.of("config", "--format", "json"));
        if (!output.ok()) {
            throw new EngineFault(output).explain("docker compose", file.toString());
        }
        return output.outText();
    }

    /** Returns what Compose says of a stack's files; on success nothing. */
    ProgramRun.Ended judge(Stack stack) {
        return run(stack.folder(), List.of("config", "--quiet"));
    }

    private ProgramRun.Ended run(Path folder, List<String> words) {
        return ComposeCommand.find(new DockerCli(environment, folder)).run(PATIENCE, words, line -> {});
    }
}
