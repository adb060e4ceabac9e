package dev.monsh.adapter.nativeengine;

import dev.monsh.adapter.nativeengine.process.Child;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.TimedOutException;
import dev.monsh.failure.UnreachableException;
import dev.monsh.os.Program;
import dev.monsh.os.ProgramRun;
import dev.monsh.stack.Service;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.ExitDiagnosis;
import dev.monsh.stack.engine.ServerControl;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Signals to the processes of a stack, and checks of their configuration by their own programs. */
public final class NativeControl implements ServerControl {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        return new UnreachableException(service.name(), "its program is not on this machine");
    }

    @Override
    public void hangUp(Stack stack, StackService service) {
        Child child = servers.child(stack, service)
                .orElseThrow(() -> new UnreachableException(service.name(), "has ended", "monsh up " + service.name()));
        String pid = Long.toString(child.identity().pid());
        run(service, List.of("/bin/sh", "-c", "kill -HUP \"$1\"", "sh", pid));
    }

    private void run(StackService service, List<String> words) {
        Program program = Program.of(words, environment, PATIENCE).withOneStream();
        switch (program.run()) {
            case ProgramRun.Ended ended when ended.ok() -> {}
            case ProgramRun.Ended ended -> {
                List<String> lines = ended.outText().lines().toList();
                throw new ExitDiagnosis(service, String.join(" ", words), lines)
                        .explain(ended.status(), new KernelPorts()::owner);
            }
            case ProgramRun.OutOfTime _ ->
                throw new TimedOutException(
                        service.name(), "its program did not end within " + PATIENCE.toSeconds() + " s");
            case ProgramRun.NotStarted(String why) -> throw new RefusedException(words.getFirst(), why);
        }
    }
}
