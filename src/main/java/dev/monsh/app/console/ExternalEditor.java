package dev.monsh.app.console;

import dev.monsh.os.UserProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/** The editor that the user has chosen by {@code $VISUAL} or {@code $EDITOR}; else vi, as POSIX shells have it. */
final class ExternalEditor {

    private final String command;
    private final Consumer<String> warning;

    ExternalEditor(Map<String, String> environment, Consumer<String> warning) {
        this.command = Stream.of("VISUAL", "EDITOR")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("vi");
        this.warning = warning;
    }

    /** Returns the text as the editor leaves it, without the line end of its last line; empty where it could not run. */
    Optional<String> edit(String text, Terminal terminal) {
        Attributes typing = terminal.getAttributes();
        try {
            Path file = Files.createTempFile(
                    "monsh",
                    ".line",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(file, text + "\n");
                int code = run(file);
                if (code != 0) {
                    warning.accept("the editor " + command + " ended with " + code + "; the line stays as it was");
                    return Optional.empty();
                }
                return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).stripTrailing());
            } finally {
                Files.deleteIfExists(file);
                terminal.setAttributes(typing);
            }
        } catch (IOException e) {
            warning.accept("the editor " + command + " can't be run: " + e.getMessage());
            return Optional.empty();
        }
    }

    private int run(Path file) throws IOException {
        // the variable may hold options; the shell splits it, and the file is no part of what it reads
        return UserProgram.onTerminal(command + " \"$1\"", file.toString()).await();
    }
}
