package dev.monsh.stack.init;

import dev.monsh.edit.AtomicFile;
import dev.monsh.failure.ConflictException;
import dev.monsh.failure.FileFailure;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.UsageException;
import dev.monsh.stack.StackNextStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the files of a new stack: all of them, or none. What is there already is never written over. */
public final class StackWriter {

    /** Names under which Compose would find another file, and take it instead of the new one or on top of it. */
    private static final List<String> OTHER_COMPOSE_FILES = List.of(
            "compose.yaml",
            "compose.yml",
            "docker-compose.yaml",
            "compose.override.yml",
            "compose.override.yaml",
            "docker-compose.override.yml",
            "docker-compose.override.yaml");

    private final AtomicFile files;

    public StackWriter(AtomicFile files) {
        this.files = files;
    }

    /** A file of the stack, and whether it was there with the very same content. */
    public record Planned(InitFile file, boolean there) {}

    /**
     * Returns what is to be written.
     *
     * @throws ConflictException naming every file that is there and is another one
     */
    public List<Planned> plan(NewStack stack) {
        requireFolder(stack.folder());
        List<Planned> plan = new ArrayList<>();
        List<Path> others = new ArrayList<>();
        for (InitFile file : stack.files()) {
            boolean there = Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS);
            plan.add(new Planned(file, there));
            if (there && !isSame(file)) {
                others.add(file.path());
            }
        }
        OTHER_COMPOSE_FILES.stream()
                .map(name -> stack.folder().resolve(name))
                .filter(Files::exists)
                .forEach(others::add);
        if (!others.isEmpty()) {
            String names = String.join(", ", others.stream().map(Path::toString).toList());
            throw new ConflictException(
                    "init " + stack.folder(),
                    "already exist with different content: " + names + "; nothing was written",
                    new StackNextStep.Check(Optional.of(stack.folder())));
        }
        return plan;
    }

    private static void requireFolder(Path folder) {
        if (Files.isDirectory(folder) || !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        throw new UsageException(
                "init " + folder,
                Files.exists(folder)
                        ? "this is a file, not a folder; nothing was written"
                        : "this is a symbolic link to a folder that does not exist; nothing was written");
    }

    private static boolean isSame(InitFile file) {
        try {
            return Files.isRegularFile(file.path()) && Arrays.equals(Files.readAllBytes(file.path()), file.bytes());
        } catch (IOException e) {
            throw FileFailure.of("read " + file.path(), e);
        }
    }

    /**
     * Writes what is not there yet, and makes the folder of logs. Where one can't be written, those written before it are
     * deleted again.
     *
     * @throws ConflictException where one of the files has appeared meanwhile
     * @throws dev.monsh.failure.RefusedException where the operating system does not let one be written
     */
    public void write(NewStack stack, List<Planned> plan) {
        Deque<Path> made = new ArrayDeque<>();
        try {
            for (Planned planned : plan) {
                if (!planned.there()) {
                    missingFolders(planned.file().path()).forEach(made::push);
                    files.create(
                            planned.file().path(),
                            planned.file().bytes(),
                            planned.file().mode());
                    made.push(planned.file().path());
                }
            }
            makeLogs(stack);
        } catch (MonshException failure) {
            made.forEach(StackWriter::discard);
            throw failure;
        }
    }

    /** Returns the folders above a file that are not there, from the uppermost on. */
    private static List<Path> missingFolders(Path file) {
        return Stream.<Path>iterate(file.getParent(), folder -> folder != null, Path::getParent)
                .takeWhile(folder -> !Files.exists(folder))
                .toList()
                .reversed();
    }

    private static void makeLogs(NewStack stack) {
        try {
            Files.createDirectories(stack.logs());
        } catch (IOException e) {
            throw FileFailure.of("create " + stack.logs(), e);
        }
    }

    private static void discard(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // a folder into which somebody else has put something stays
        }
    }
}
