package dev.monsh.os;

import dev.monsh.failure.InterruptedByUserException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A program to be run to its end, the one way in which monsh does that. No shell takes part, both output streams are
 * drained, and nothing outlives the time limit or an interrupt.
 *
 * @param words the program and its arguments; a name without a slash is looked up in the PATH of the environment
 * @param environment all variables that the program gets
 * @param folder where it runs; monsh's own working folder where empty
 * @param limit how long it may run
 * @param outputLimit how many bytes of each stream are kept; the rest is read and dropped
 * @param oneStream whether standard error goes where standard output goes, in the order of writing
 */
public record Program(
        List<String> words,
        Map<String, String> environment,
        Optional<Path> folder,
        ProgramInput input,
        Duration limit,
        int outputLimit,
        boolean oneStream) {

    private static final int USUAL_OUTPUT_LIMIT = 32 * 1024 * 1024;

    public Program {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /** Returns the call of a program without input. */
    public static Program of(List<String> words, Map<String, String> environment, Duration limit) {
        return new Program(
                words, environment, Optional.empty(), new ProgramInput.None(), limit, USUAL_OUTPUT_LIMIT, false);
    }

    public Program in(Path place) {
        return new Program(words, environment, Optional.of(place), input, limit, outputLimit, oneStream);
    }

    public Program reading(ProgramInput source) {
        return new Program(words, environment, folder, source, limit, outputLimit, oneStream);
    }

    /** Returns the call with one more variable. */
    public Program with(String variable, String value) {
        Map<String, String> variables = new TreeMap<>(environment);
        variables.put(variable, value);
        return new Program(words, variables, folder, input, limit, outputLimit, oneStream);
    }

    /** Returns the call with another limit, in bytes, on what is kept of each stream. */
    public Program keeping(int bytes) {
        return new Program(words, environment, folder, input, limit, bytes, oneStream);
    }

    /** Returns the call whose standard error goes into its standard output. */
    public Program withOneStream() {
        return new Program(words, environment, folder, input, limit, outputLimit, true);
    }

    /**
     * Runs the program to its end.
     *
     * @throws InterruptedByUserException when this thread is interrupted; the program is killed then
     */
    public ProgramRun run() {
        return run(line -> {}, line -> {});
    }

    /**
     * Runs the program to its end, and hands over its lines as they come, each stream's in a thread of its own.
     *
     * @throws InterruptedByUserException when this thread is interrupted; the program is killed then
     */
    public ProgramRun run(Consumer<String> out, Consumer<String> err) {
        try {
            return new RunningProgram(this, ProgramStart.start(builder())).finish(out, err);
        } catch (IOException e) {
            return new ProgramRun.NotStarted(String.valueOf(e.getMessage()));
        }
    }

    private ProcessBuilder builder() throws IOException {
        ProcessBuilder builder = ProgramStart.of(words, environment, folder).redirectErrorStream(oneStream);
        switch (input) {
            case ProgramInput.None _ -> {}
            case ProgramInput.FromFile source ->
                builder.redirectInput(source.file().toFile());
            case ProgramInput.Bytes _ -> builder.redirectInput(Redirect.PIPE);
        }
        return builder;
    }
}
