package dev.monsh.stack.engine;

import dev.monsh.stack.ServiceStatus;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs the services of a stack. What it starts keeps running when monsh exits; another monsh finds it again by the stack's
 * folder.
 */
public interface Engine {

    EngineKind kind();

    /**
     * Starts those of the services that do not run, and returns when each answers its readiness URL.
     *
     * @param services those wanted, of this stack
     * @param timeout for all together
     * @return the services asked for, in the order of the stack
     * @throws dev.monsh.failure.MonshException naming the service, the reason and, as a {@link Progress.Failed} event
     *     before it, the last lines of its output
     */
    List<ServiceStatus> up(Stack stack, List<StackService> services, Duration timeout, ProgressListener listener);

    /**
     * Ends all that was started from the stack's folder, and nothing else.
     *
     * @param volumes also deletes what the services stored
     * @return what was ended; empty when nothing ran
     */
    List<Ended> down(Stack stack, boolean volumes, ProgressListener listener);

    /** Ends the services and starts them again; see {@link #up}. */
    List<ServiceStatus> restart(Stack stack, List<StackService> services, Duration timeout, ProgressListener listener);

    /** Fetches the images of the services without starting anything; plain processes have none. */
    default void pull(Stack stack, List<StackService> services, ProgressListener listener) {}

    /** Returns the state of each service that the stack has, in the order of the stack. */
    List<ServiceStatus> status(Stack stack);

    /**
     * Hands over the services' own output, service by service; then, where it is to follow, each new line, until the
     * thread is interrupted.
     */
    void logs(Stack stack, OutputRequest request, Consumer<OutputLine> receiver);
}
