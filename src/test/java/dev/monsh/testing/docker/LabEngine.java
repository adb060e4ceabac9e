package dev.monsh.testing.docker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The script {@code engine}, which obeys lines and takes away all that it made when its stdin ends: also when these tests are
 * killed.
 */
final class LabEngine implements AutoCloseable {

    private static final int SECONDS = 60;

    private final Process script;
    private final Writer orders;
    private final BufferedReader answers;

    private LabEngine(Process script) {
        this.script = script;
        this.orders = script.outputWriter(StandardCharsets.UTF_8);
        this.answers = script.inputReader(StandardCharsets.UTF_8);
    }

    static LabEngine in(Path folder, Path packages) {
        String program = LabFiles.script("engine").toString();
        try {
            return new LabEngine(new ProcessBuilder(program, folder.toString(), packages.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        order("start", "started");
    }

    void stop() {
        order("stop", "stopped");
    }

    private void order(String order, String expected) {
        try {
            orders.write(order + "\n");
            orders.flush();
            expect(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void expect(String expected) {
        CompletableFuture<String> line = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                line.complete(String.valueOf(answers.readLine()));
            } catch (IOException e) {
                line.completeExceptionally(e);
            }
        });
        try {
            String answer = line.get(SECONDS, TimeUnit.SECONDS);
            if (!answer.equals(expected)) {
                throw new AssertionError("the engine answers: " + answer);
            }
        } catch (TimeoutException | ExecutionException | InterruptedException e) {
            throw new AssertionError("the engine does not answer: " + expected, e);
        }
    }

    @Override
    public void close() {
        try {
            orders.close();
            expect("ended");
            script.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
