package dev.monsh.app.sources;

import dev.monsh.adapter.docker.ComposeConfig;
import dev.monsh.adapter.docker.ComposeEngine;
import dev.monsh.adapter.docker.DockerPresence;
import dev.monsh.adapter.host.ProcUsage;
import dev.monsh.adapter.http.stack.PlainProbe;
import dev.monsh.adapter.http.stack.StackQuestions;
import dev.monsh.adapter.nativeengine.NativeDemo;
import dev.monsh.adapter.nativeengine.NativeEngine;
import dev.monsh.adapter.yaml.compose.ComposeFileReader;
import dev.monsh.box.LocalBox;
import dev.monsh.command.stack.StackSources;
import dev.monsh.failure.InterruptedByUserException;
import dev.monsh.failure.MonshException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.os.TcpListener;
import dev.monsh.os.TcpListeners;
import dev.monsh.stack.Probe;
import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackReading;
import dev.monsh.stack.demo.DemoLayout;
import dev.monsh.stack.engine.EngineKind;
import dev.monsh.stack.engine.PortOwners;
import dev.monsh.stack.status.StatusReporter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The stack of this machine: its files, and the engine that runs it. */
public final class StackEngines implements StackSources {

    private static final Path PROCFS = Path.of("/proc");

    private final Surroundings surroundings;
    private final Probe probe = new PlainProbe();
    private Optional<FutureTask<Optional<String>>> expected = Optional.empty();

    public StackEngines(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public StackReading read(Path folder) {
        Path absolute = surroundings.workingFolder().resolve(folder).normalize();
        if (LocalBox.composeFile(absolute).isEmpty()) {
            Optional<StackReading> demo = demo(absolute);
            if (demo.isPresent()) {
                return demo.get();
            }
        }
        return new ComposeFileReader(surroundings.environment(), surroundings.home()).read(absolute);
    }

    /** The demo's servers have options and ports that no file tells. */
    private Optional<StackReading> demo(Path folder) {
        return new NativeDemo(surroundings.environment(), surroundings.home())
                .find()
                .filter(handle -> handle.folder().equals(folder))
                .map(handle -> new DemoLayout(folder)
                        .stack(Map.of(
                                Service.PROMETHEUS, handle.prometheusUrl().getPort(),
                                Service.PROCESS_EXPORTER, handle.exporterUrl().getPort())))
                .map(StackReading::plain);
    }

    @Override
    public ComposeReading byCompose(Path folder) {
        Stack bare = bare(folder);
        Path absolute = bare.folder();
        try {
            String text = new ComposeConfig(surroundings.environment())
                    .print(absolute, bare.composeFile().orElse(absolute));
            return new ComposeReading.Taken(
                    new ComposeFileReader(surroundings.environment(), surroundings.home()).resolved(absolute, text));
        } catch (UnreachableException e) {
            return new ComposeReading.Absent(e.why());
        } catch (MonshException e) {
            return new ComposeReading.Refused(e);
        }
    }

    @Override
    public Stack bare(Path folder) {
        Path absolute = surroundings.workingFolder().resolve(folder).normalize();
        return new Stack(absolute, LocalBox.composeFile(absolute), List.of());
    }

    @Override
    public void expectEngine(Path folder) {
        Path absolute = surroundings.workingFolder().resolve(folder).normalize();
        if (LocalBox.composeFile(absolute).isPresent()) {
            FutureTask<Optional<String>> question =
                    new FutureTask<>(() -> new DockerPresence(surroundings.environment(), absolute).ask());
            expected = Optional.of(question);
            Thread.ofPlatform().daemon().name("monsh-engine").start(question);
        }
    }

    private static Optional<String> answer(FutureTask<Optional<String>> question) {
        try {
            return question.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof MonshException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedByUserException("docker", "interrupted", null, e);
        }
    }

    @Override
    public ChosenEngine engine(Optional<EngineKind> wanted, Stack stack, Duration patience) {
        if (wanted.isPresent()) {
            return chosen(wanted.get(), "as asked for", patience);
        }
        if (stack.composeFile().isEmpty()) {
            return chosen(EngineKind.NATIVE, "no Compose file in " + stack.folder(), patience);
        }
        NativeEngine plain = plain(patience);
        if (plain.runs(stack)) {
            return new ChosenEngine(plain, "the stack runs as plain processes");
        }
        DockerPresence docker = new DockerPresence(surroundings.environment(), stack.folder());
        Optional<FutureTask<Optional<String>>> asked = expected;
        expected = Optional.empty();
        return asked.map(StackEngines::answer)
                .orElseGet(docker::ask)
                .map(absence -> new ChosenEngine(plain, absence))
                .orElseGet(() -> chosen(EngineKind.COMPOSE, "Docker answers on " + docker.address(), patience));
    }

    private ChosenEngine chosen(EngineKind kind, String why, Duration patience) {
        return switch (kind) {
            case COMPOSE ->
                new ChosenEngine(new ComposeEngine(surroundings.environment(), probe, owners(), patience), why);
            case NATIVE -> new ChosenEngine(plain(patience), why);
        };
    }

    static PortOwners owners() {
        TcpListeners listeners = new TcpListeners(PROCFS);
        return port -> listeners.find(port).map(TcpListener::words);
    }

    private NativeEngine plain(Duration patience) {
        return new NativeEngine(surroundings.environment(), surroundings.home(), patience);
    }

    @Override
    public StatusReporter reporter(Duration patience) {
        return new StatusReporter(new StackQuestions(probe), new ProcUsage(PROCFS), surroundings.clock(), patience);
    }
}
