package dev.monsh.os;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program whose output, both streams as they came, is read line by line for as long as the reader wants. */
public final class FollowedProgram implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;

    private FollowedProgram(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts the program.
     *
     * @param environment all variables that the program gets
     * @throws IOException with the reason, to follow the program's name and a colon
     */
    public static FollowedProgram start(List<String> words, Map<String, String> environment, Path folder)
            throws IOException {
        return new FollowedProgram(ProgramStart.start(
                ProgramStart.of(words, environment, Optional.of(folder)).redirectErrorStream(true)));
    }

    /** Waits for the next line; empty once the program has ended or this is closed. */
    public Optional<String> line() {
        try {
            return Optional.ofNullable(lines.readLine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
