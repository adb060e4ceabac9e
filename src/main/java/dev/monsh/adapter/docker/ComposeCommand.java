package dev.monsh.adapter.docker;

import dev.monsh.adapter.docker.container.DockerCli;
import dev.monsh.failure.UnreachableException;
import dev.monsh.os.ProgramRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Docker Compose, version 2: as a plugin of the docker program, or the same as a program of its own.
 *
 * @param words what it is called with
 */
public record ComposeCommand(DockerCli cli, List<String> words) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String INSTALL = "sudo apt install docker-compose-plugin";

    /**
     * Finds it.
     *
     * @throws UnreachableException where there is none, or only the first version, which ended in 2023
     */
    public static ComposeCommand find(DockerCli cli) {
        ProgramRun.Ended plugin = cli.docker(PATIENCE, List.of("compose", "version", "--short"));
        if (plugin.ok()) {
            return new ComposeCommand(cli, List.of("docker", "compose"));
        }
        return standalone(cli)
                .filter(version -> !version.startsWith("1."))
                .map(version -> new ComposeCommand(cli, List.of("docker-compose")))
                .orElseThrow(() -> absent(standalone(cli)));
    }

    private static UnreachableException absent(Optional<String> standalone) {
        return standalone
                .map(version -> new UnreachableException(
                        "docker-compose " + version,
                        "Compose version 1 ended in 2023 and reads files otherwise; version 2 is needed",
                        INSTALL))
                .orElseGet(() -> new UnreachableException(
                        "docker compose", "the docker program here has no Compose plugin (version 2)", INSTALL));
    }

    private static Optional<String> standalone(DockerCli cli) {
        try {
            ProgramRun.Ended output = cli.run(List.of("docker-compose", "version", "--short"), PATIENCE, line -> {});
            return output.ok() ? Optional.of(output.outText().strip().replaceFirst("^v", "")) : Optional.empty();
        } catch (UnreachableException e) {
            return Optional.empty();
        }
    }

    /** Returns its version, such as {@code 2.26.1}. */
    public String version(Duration timeout) {
        return run(timeout, List.of("version", "--short"), line -> {}).outText().strip();
    }

    /** Runs a subcommand without any terminal art and hands over each line of its progress as it comes. */
    public ProgramRun.Ended run(Duration timeout, List<String> arguments, Consumer<String> progress) {
        List<String> call = new ArrayList<>(words);
        call.addAll(List.of("--ansi", "never", "--progress", "plain"));
        call.addAll(arguments);
        return cli.run(call, timeout, progress);
    }
}
