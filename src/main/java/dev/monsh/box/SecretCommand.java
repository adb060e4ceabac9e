package dev.monsh.box;

import dev.monsh.failure.FileFailure;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.TimedOutException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs the command that prints a secret. Its input is empty, because monsh's own input may be a script. What it writes
 * to stderr is dropped, because that may hold the secret; so is the command line, of which messages name the program
 * alone.
 */
final class SecretCommand {

    static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    private final Map<String, String> environment;
    private final Duration timeLimit;

    SecretCommand(Map<String, String> environment, Duration timeLimit) {
        this.environment = Map.copyOf(environment);
        this.timeLimit = timeLimit;
    }

    SecretValue run(String line) {
        String what = "the secret's command" + program(line);
        Process process = start(line, what);
        try {
            FutureTask<byte[]> output = new FutureTask<>(() -> read(process));
            Thread.ofPlatform().daemon().start(output);
            long deadline = System.nanoTime() + timeLimit.toNanos();
            byte[] bytes = output.get(timeLimit.toNanos(), TimeUnit.NANOSECONDS);
            if (!process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new TimeoutException();
            }
            return value(what, process.exitValue(), bytes);
        } catch (TimeoutException e) {
            String why =
                    "it did not end within " + timeLimit.toSeconds() + " s: run it by hand to see what it waits for";
            throw new TimedOutException(what, why, null, e);
        } catch (ExecutionException e) {
            throw SecretReader.fault(what, "its output can't be read", null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedByUserException(what, "interrupted");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(String line, String what) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", line)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw FileFailure.refused("start " + what, e);
        }
    }

    private static byte[] read(Process process) throws IOException {
        try (InputStream in = process.getInputStream()) {
            byte[] bytes = in.readNBytes(SecretReader.LIMIT);
            in.transferTo(OutputStream.nullOutputStream());
            return bytes;
        }
    }

    private static SecretValue value(String what, int status, byte[] bytes) {
        if (status != 0) {
            String why = "it ended with status " + status;
            throw SecretReader.fault(what, why + ": run it by hand to see why", null);
        }
        SecretValue value = SecretReader.firstLine(bytes);
        if (value.chars().length == 0) {
            throw SecretReader.fault(what, "it ended well, but the first line that it prints is empty", null);
        }
        return value;
    }

    /** Returns the program's name in quotes where the line begins with a plain one, else nothing. */
    private static String program(String line) {
        String first = line.strip().split("\\s", 2)[0];
        boolean plain = !first.isEmpty()
                && first.chars().allMatch(each -> Character.isLetterOrDigit(each) || "/._-".indexOf(each) >= 0);
        return plain ? " '" + first + "'" : "";
    }
}
