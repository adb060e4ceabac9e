package dev.monsh.adapter.docker.container;

import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.os.FollowedProgram;
import dev.monsh.os.Program;
import dev.monsh.os.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the docker program. It takes its context, {@code DOCKER_HOST} and credentials from the user's own environment. */
public final class DockerCli {

    private final Map<String, String> environment;
    private final Path folder;

    /** Takes the environment that the program gets, and the folder that it runs in. */
    public DockerCli(Map<String, String> environment, Path folder) {
        this.environment = Map.copyOf(environment);
        this.folder = folder;
    }

    Map<String, String> environment() {
        return environment;
    }

    /**
     * Runs {@code docker} with those arguments to its end.
     *
     * @throws TimedOutException when it takes longer; it is ended then
     */
    public ProgramRun.Ended docker(Duration timeout, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("docker"));
        words.addAll(arguments);
        return run(words, timeout, line -> {});
    }

    /**
     * Runs a program to its end and hands over the lines of its standard error as they come.
     *
     * @throws TimedOutException when it takes longer; it is ended then
     */
    public ProgramRun.Ended run(List<String> words, Duration timeout, Consumer<String> progress) {
        requireFolder(words);
        Program program = Program.of(words, environment, timeout).in(folder);
        return switch (program.run(line -> {}, progress)) {
            case ProgramRun.Ended ended -> ended;
            case ProgramRun.NotStarted(String why) -> throw notStarted(words, why);
            case ProgramRun.OutOfTime _ ->
                throw new TimedOutException(
                        String.join(" ", words.subList(0, Math.min(words.size(), 2))),
                        "not done within " + timeout.toMillis() / 1000.0 + " s; --timeout gives it longer");
        };
    }

    private void requireFolder(List<String> words) {
        if (!Files.isDirectory(folder)) {
            throw new UnreachableException(words.getFirst(), "folder not found: " + folder, "monsh stack init");
        }
    }

    private static UnreachableException notStarted(List<String> words, String why) {
        return new UnreachableException(words.getFirst(), why, "monsh up --engine native");
    }

    /** Starts a program with that environment, in that folder, without input, to be followed. */
    FollowedProgram follow(List<String> words) {
        requireFolder(words);
        try {
            return FollowedProgram.start(words, environment, folder);
        } catch (IOException e) {
            throw notStarted(words, String.valueOf(e.getMessage()));
        }
    }
}
