package dev.monsh.os;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts programs that outlive monsh. */
public final class DetachedProgram {

    private DetachedProgram() {}

    /**
     * Starts a program that writes to a file.
     *
     * @param environment all variables that the program gets
     * @param output gets both streams; what it held is gone
     * @throws IOException with the reason, to follow the program's name and a colon
     */
    public static Process start(List<String> words, Map<String, String> environment, Path folder, Path output)
            throws IOException {
        return ProgramStart.start(ProgramStart.of(words, environment, Optional.of(folder))
                .redirectOutput(output.toFile())
                .redirectErrorStream(true));
    }
}
