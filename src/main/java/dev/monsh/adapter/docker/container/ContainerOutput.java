package dev.monsh.adapter.docker.container;

import dev.monsh.stack.Stack;
import dev.monsh.stack.StackService;
import dev.monsh.stack.engine.OutputLine;
import dev.monsh.stack.engine.OutputRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What containers print, as {@code docker logs} has it: services side by side in the order of time. */
public final class ContainerOutput {

    private final DockerCli cli;
    private final Containers containers;

    public ContainerOutput(DockerCli cli, Containers containers) {
        this.cli = cli;
        this.containers = containers;
    }

    public void read(Stack stack, OutputRequest request, Consumer<OutputLine> receiver) {
        List<Container> present = containers.of(stack);
        if (request.follow()) {
            follow(stack, request, receiver);
            return;
        }
        List<LogReader> readers = new ArrayList<>();
        for (StackService service : request.services()) {
            ContainerStatus.find(present, service.name())
                    .ifPresent(container -> readers.add(LogReader.open(cli, container, request)));
        }
        try {
            merge(readers, receiver);
        } finally {
            readers.forEach(LogReader::close);
        }
    }

    /** Each container's output comes in the order of time, so the earliest of all is one of their next lines. */
    private static void merge(List<LogReader> readers, Consumer<OutputLine> receiver) {
        while (!Thread.currentThread().isInterrupted()) {
            Optional<LogReader> earliest = readers.stream()
                    .filter(reader -> reader.peek().isPresent())
                    .min(Comparator.comparing(
                            reader -> reader.peek().flatMap(OutputLine::time).orElse(Instant.MIN)));
            if (earliest.isEmpty()) {
                return;
            }
            earliest.get().next().ifPresent(receiver);
        }
    }

    private void follow(Stack stack, OutputRequest request, Consumer<OutputLine> receiver) {
        List<Thread> followers = new ArrayList<>();
        for (StackService service : request.services()) {
            ServiceFollower follower = new ServiceFollower(cli, containers, stack, service.name(), line -> {
                synchronized (receiver) {
                    receiver.accept(line);
                }
            });
            followers.add(Thread.ofPlatform().daemon().start(() -> follower.run(request)));
        }
        try {
            for (Thread follower : followers) {
                follower.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            followers.forEach(Thread::interrupt);
        }
    }
}
