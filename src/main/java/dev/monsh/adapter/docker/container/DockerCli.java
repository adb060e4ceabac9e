package dev.monsh.adapter.docker.container;

import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

    Path folder() {
        return folder;
    }

    Map<String, String> environment() {
        return environment;
    }

    /**
     * Runs {@code docker} with those arguments to its end.
     *
     * @throws TimedOutException when it takes longer; it is ended then
     */
    public CommandOutput docker(Duration timeout, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("docker"));
        words.addAll(arguments);
        StringBuilder out = new StringBuilder();
        StringBuilder err = new StringBuilder();
        int exitCode = run(
                words,
                timeout,
                line -> out.append(line).append('\n'),
                line -> err.append(line).append('\n'));
        return new CommandOutput(exitCode, out.toString(), err.toString());
    }

    /** Runs a program and hands over its lines as they come, each stream in a thread of its own; returns its exit code. */
    public int run(List<String> words, Duration timeout, Consumer<String> out, Consumer<String> err) {
        Process process = start(words);
        Thread reader = Thread.ofPlatform().daemon().start(() -> lines(process.getInputStream(), out));
        Thread errorReader = Thread.ofPlatform().daemon().start(() -> lines(process.getErrorStream(), err));
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimedOutException(
                        String.join(" ", words.subList(0, Math.min(words.size(), 2))),
                        "not done within " + timeout.toMillis() / 1000.0 + " s; --timeout gives it longer");
            }
            reader.join();
            errorReader.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedByUserException(words.getFirst(), "interrupted");
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private Process start(List<String> words) {
        try {
            return builder(words).start();
        } catch (IOException e) {
            throw new UnreachableException(words.getFirst(), "can't be run: " + e.getMessage(), null, e);
        }
    }

    /** Returns a builder of a process with that environment, in that folder, without input. */
    ProcessBuilder builder(List<String> words) {
        if (!Files.isDirectory(folder)) {
            throw new UnreachableException(words.getFirst(), "there is no folder " + folder, "monsh stack init");
        }
        List<String> call = new ArrayList<>(words);
        call.set(0, find(words.getFirst()).toString());
        ProcessBuilder builder =
                new ProcessBuilder(call).directory(folder.toFile()).redirectInput(new File("/dev/null"));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    /** Java itself looks on the PATH that it was started with, which need not be the one that is meant. */
    private Path find(String program) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(entry -> entry.startsWith("/"))
                .map(entry -> Path.of(entry, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new UnreachableException(
                        program, "the program " + program + " is not on the PATH", "monsh up --engine native"));
    }

    private static void lines(InputStream in, Consumer<String> receiver) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().forEach(receiver);
        } catch (IOException | UncheckedIOException e) {
            // the program was ended while it wrote: what it said until then is all there is
            Thread.currentThread().isInterrupted();
        }
    }
}
