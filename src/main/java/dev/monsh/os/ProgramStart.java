package dev.monsh.os;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prepares the start of a program: found on its own PATH, with that environment and no other, without input. */
final class ProgramStart {

    private ProgramStart() {}

    /** Returns what starts the program; throws an {@link IOException} with the reason where there is no such program. */
    static ProcessBuilder of(List<String> words, Map<String, String> environment, Optional<Path> folder)
            throws IOException {
        List<String> call = new ArrayList<>(words);
        call.set(0, file(words.getFirst(), environment).toString());
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw new IOException("the folder " + folder.get() + " does not exist");
        }
        ProcessBuilder builder = new ProcessBuilder(call).redirectInput(new File("/dev/null"));
        folder.ifPresent(place -> builder.directory(place.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    /** Java itself looks on the PATH that it was started with, which need not be the program's. */
    private static Path file(String name, Map<String, String> environment) throws IOException {
        return name.indexOf('/') >= 0
                ? Path.of(name)
                : SearchPath.of(environment).find(name).orElseThrow(() -> new IOException("not found on PATH"));
    }

    /** Starts it; what Java says of a failure is told with the words that a user knows. */
    static Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException("cannot be started: " + e.getMessage(), e);
        }
    }
}
