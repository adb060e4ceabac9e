package dev.monsh.adapter.nativeengine;

import dev.monsh.adapter.nativeengine.process.Child;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.ExitDiagnosis;
import dev.monsh.stack.engine.ServerControl;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Signals to the processes of a stack, and checks of their configuration by their own programs. */
public final class NativeControl implements ServerControl {

    private static final long PATIENCE_SECONDS = 30;

    private final Map<String, String> environment;
    private final NativeServers servers;

    /** Takes the user's environment and home folder, where programs are looked for. */
    public NativeControl(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.servers = new NativeServers(environment, home);
    }

    @Override
    public void prepare(Stack stack, StackService service) {
        new NativeConfiguration(stack).fileOf(service);
    }

    @Override
    public void check(Stack stack, StackService service) {
        prepare(stack, service);
        List<String> words = new ArrayList<>(servers.command(stack, service).orElseThrow(() -> absent(service)));
        words.add(service.kind().filter(Service.LOKI::equals).isPresent() ? "-verify-config" : "-check-syntax");
        run(service, words);
    }

    private static UnreachableException absent(StackService service) {
        return new UnreachableException(service.name(), "there is no program for it on this machine");
    }

    @Override
    public void hangUp(Stack stack, StackService service) {
        Child child = servers.child(stack, service)
                .orElseThrow(() -> new UnreachableException(service.name(), "has ended", "monsh up " + service.name()));
        String pid = Long.toString(child.identity().pid());
        run(service, List.of("/bin/sh", "-c", "kill -HUP \"$1\"", "sh", pid));
    }

    private void run(StackService service, List<String> words) {
        try {
            Path output = Files.createTempFile("monsh", ".output");
            try {
                int code = end(service, words, output);
                if (code != 0) {
                    List<String> lines = new String(Files.readAllBytes(output), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
                    throw new ExitDiagnosis(service, String.join(" ", words), lines).explain(code);
                }
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new RefusedException(words.getFirst(), "can't be run: " + e.getMessage(), null, e);
        }
    }

    private int end(StackService service, List<String> words, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TimedOutException(
                        service.name(), "its program did not end within " + PATIENCE_SECONDS + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedByUserException("stack reload", "interrupted");
        } finally {
            process.destroyForcibly();
        }
    }
}
