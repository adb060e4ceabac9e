package dev.monsh.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that looks like a service of the manual: a script by the name of {@code uvicorn}, so that this is its comm,
 * with a child that sleeps. Both end when it is closed.
 */
public final class SampleWorker implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final Process process;

    private SampleWorker(Process process) {
        this.process = process;
    }

    /** Starts a worker whose script is in a folder. */
    public static SampleWorker start(Path folder, String... arguments) {
        try {
            Path script = folder.resolve("uvicorn");
            if (Files.notExists(script)) {
                Files.createFile(
                        script, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
                Files.writeString(script, "#!/bin/sh\nsleep 600 &\nwait\n");
            }
            String[] command = new String[arguments.length + 1];
            command[0] = script.toString();
            System.arraycopy(arguments, 0, command, 1, arguments.length);
            SampleWorker worker =
                    new SampleWorker(new ProcessBuilder(command).inheritIO().start());
            worker.awaitChild();
            return worker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitChild() throws IOException {
        long end = System.nanoTime() + PATIENCE;
        while (!isSleeping()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new AssertionError("the sample worker did not come up");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** A child is a copy of the shell until it has become sleep. */
    private boolean isSleeping() throws IOException {
        for (ProcessHandle child : process.children().toList()) {
            Path comm = Path.of("/proc", Long.toString(child.pid()), "comm");
            if (Files.exists(comm) && Files.readString(comm).equals("sleep\n")) {
                return true;
            }
        }
        return false;
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
