package dev.monsh.adapter.docker.container;

import dev.monsh.failure.MonshException;
import dev.monsh.stack.Stack;
import dev.monsh.stack.engine.OutputLine;
import dev.monsh.stack.engine.OutputRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows what a service prints, also when its container is restarted or another one takes its place. */
final class ServiceFollower {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final DockerCli cli;
    private final Containers containers;
    private final Stack stack;
    private final String service;
    private final Consumer<OutputLine> receiver;
    private Optional<Instant> last = Optional.empty();

    /** How many lines of the last time have been handed on: {@code --since} gives them once more. */
    private int handedOn;

    ServiceFollower(DockerCli cli, Containers containers, Stack stack, String service, Consumer<OutputLine> receiver) {
        this.cli = cli;
        this.containers = containers;
        this.stack = stack;
        this.service = service;
        this.receiver = receiver;
    }

    /** Hands over lines until the thread is interrupted. */
    void run(OutputRequest request) {
        OutputRequest wanted = request;
        while (!Thread.currentThread().isInterrupted()) {
            Optional<Container> container = find();
            if (container.isPresent()) {
                read(container.get(), wanted);
                // from here on nothing may be missed, however many lines there are
                wanted = new OutputRequest(
                        request.services(),
                        last.isPresent() ? Optional.empty() : request.lastLines(),
                        last.or(request::since),
                        true);
            }
            if (!pause()) {
                return;
            }
        }
    }

    private Optional<Container> find() {
        try {
            return ContainerStatus.find(containers.of(stack), service);
        } catch (MonshException e) {
            // an engine that is being restarted is away for a while
            return Optional.empty();
        }
    }

    private void read(Container container, OutputRequest wanted) {
        int repeated = handedOn;
        Optional<Instant> border = last;
        try (LogReader reader = LogReader.open(cli, container, wanted)) {
            Thread current = Thread.currentThread();
            Thread guard = Thread.ofPlatform().daemon().start(() -> closeWhenInterrupted(current, reader));
            for (Optional<OutputLine> line = reader.next(); line.isPresent(); line = reader.next()) {
                boolean again = border.isPresent() && line.get().time().equals(border) && repeated-- > 0;
                if (!again) {
                    handOn(line.get());
                }
            }
            guard.interrupt();
        }
    }

    /** A read from a program's output does not end by an interrupt. */
    private static void closeWhenInterrupted(Thread reading, LogReader reader) {
        try {
            while (!reading.isInterrupted()) {
                Thread.sleep(PAUSE);
            }
            reader.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOn(OutputLine line) {
        if (line.time().isEmpty()) {
            return;
        }
        handedOn = line.time().equals(last) ? handedOn + 1 : 1;
        last = line.time();
        receiver.accept(line);
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
