package dev.monsh.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that tests start. It ends when it is closed, and at the latest with the tests. */
public final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final Path log;
    private final Thread atTheLatest;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.atTheLatest = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atTheLatest);
    }

    public static ChildProcess start(Path log, String... command) {
        return start(log, List.of(command));
    }

    /** Starts a program whose output, both kinds, goes to a file. */
    public static ChildProcess start(Path log, List<String> command) {
        try {
            return new ChildProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what it wrote, and fails when it is no longer there. */
    public String log() {
        try {
            String text = Files.readString(log);
            if (!process.isAlive()) {
                throw new AssertionError("a server has ended: " + process.info() + "\n" + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it at once, as SIGKILL does. */
    public void kill() {
        process.destroyForcibly();
        close();
    }

    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(atTheLatest);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
