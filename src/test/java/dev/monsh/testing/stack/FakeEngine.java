package dev.monsh.testing.stack;

import dev.monsh.stack.ServiceStatus;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.Ended;
import dev.monsh.stack.engine.Engine;
import dev.monsh.stack.engine.EngineKind;
import dev.monsh.stack.engine.OutputLine;
import dev.monsh.stack.engine.OutputRequest;
import dev.monsh.stack.engine.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An engine that runs nothing: it tells the states that it was given and notes what was asked of it. */
public final class FakeEngine implements Engine {

    private final List<ServiceStatus> statuses = new ArrayList<>();
    private final List<OutputLine> output = new ArrayList<>();
    private final List<String> restarted = new ArrayList<>();
    private Runnable onRestart = () -> {};

    /** Adds a service's state. */
    public FakeEngine has(ServiceStatus status) {
        statuses.add(status);
        return this;
    }

    /** Lets a service write a line. */
    public void says(String service, String line) {
        output.add(new OutputLine(service, Optional.empty(), line));
    }

    /** Runs this when a service is started again. */
    public void onRestart(Runnable action) {
        onRestart = action;
    }

    /** Returns the names of the services that were started again. */
    public List<String> restarted() {
        return restarted;
    }

    @Override
    public EngineKind kind() {
        return EngineKind.NATIVE;
    }

    @Override
    public List<ServiceStatus> up(
            Stack stack, List<StackService> services, Duration timeout, ProgressListener listener) {
        throw new AssertionError("nobody asked for a start");
    }

    @Override
    public List<Ended> down(Stack stack, boolean volumes, ProgressListener listener) {
        throw new AssertionError("nobody asked for an end");
    }

    @Override
    public List<ServiceStatus> restart(
            Stack stack, List<StackService> services, Duration timeout, ProgressListener listener) {
        services.forEach(service -> restarted.add(service.name()));
        onRestart.run();
        return status(stack);
    }

    @Override
    public List<ServiceStatus> status(Stack stack) {
        return List.copyOf(statuses);
    }

    @Override
    public void logs(Stack stack, OutputRequest request, Consumer<OutputLine> receiver) {
        output.stream()
                .filter(line -> request.services().stream()
                        .anyMatch(service -> service.name().equals(line.service())))
                .forEach(receiver);
    }
}
