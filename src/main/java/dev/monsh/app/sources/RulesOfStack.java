package dev.monsh.app.sources;

import dev.monsh.command.process.ProcessSources;
import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.FileFailure;
import dev.monsh.failure.Problem;
import dev.monsh.process.match.ProcessMatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The rules of a stack's process-exporter, read again when their file has changed. */
public final class RulesOfStack implements Supplier<ProcessMatcher> {

    private final Path file;
    private final ProcessSources files;
    private final BooleanSupplier children;
    private Optional<Read> read = Optional.empty();

    /** Takes what tells whether the stack's process-exporter follows children. */
    public RulesOfStack(Path folder, ProcessSources files, BooleanSupplier children) {
        this.file = folder.resolve("process-exporter").resolve("config.yml");
        this.files = files;
        this.children = children;
    }

    private record Read(FileTime time, ProcessMatcher matcher) {}

    @Override
    public ProcessMatcher get() {
        FileTime time = time();
        if (read.filter(last -> last.time().equals(time)).isEmpty()) {
            read = Optional.of(
                    new Read(time, new ProcessMatcher(files.rules(file).config(), children.getAsBoolean())));
        }
        return read.get().matcher();
    }

    private FileTime time() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(
                    List.of(new Problem(file.toString(), 0, 0, "not found, so processes have no groups")),
                    "monsh config show");
        } catch (IOException e) {
            throw FileFailure.of("read " + file, e);
        }
    }
}
