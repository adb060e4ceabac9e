package dev.monsh.adapter.docker.container;

import dev.monsh.os.FollowedProgram;
import dev.monsh.stack.engine.OutputLine;
import dev.monsh.stack.engine.OutputRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One container's output, line by line, from {@code docker logs --timestamps}; both streams as they came. */
final class LogReader implements AutoCloseable {

    private final String service;
    private final FollowedProgram program;
    private Optional<OutputLine> next = Optional.empty();
    private boolean ended;

    private LogReader(String service, FollowedProgram program) {
        this.service = service;
        this.program = program;
    }

    static LogReader open(DockerCli cli, Container container, OutputRequest request) {
        List<String> words = new ArrayList<>(List.of("docker", "logs", "--timestamps"));
        request.lastLines().ifPresent(lines -> words.addAll(List.of("--tail", Integer.toString(lines))));
        request.since().ifPresent(since -> words.addAll(List.of("--since", since.toString())));
        if (request.follow()) {
            words.add("--follow");
        }
        words.add(container.id());
        return new LogReader(container.service(), cli.follow(words));
    }

    /** Returns the next line without taking it; empty at the end. */
    Optional<OutputLine> peek() {
        if (next.isEmpty() && !ended) {
            next = program.line().map(this::parse);
            ended = next.isEmpty();
        }
        return next;
    }

    /** Takes the next line; empty at the end. */
    Optional<OutputLine> next() {
        Optional<OutputLine> line = peek();
        next = Optional.empty();
        return line;
    }

    private OutputLine parse(String line) {
        int blank = line.indexOf(' ');
        try {
            Instant time = Instant.parse(line.substring(0, Math.max(blank, 0)));
            return new OutputLine(service, Optional.of(time), line.substring(blank + 1));
        } catch (DateTimeException e) {
            return new OutputLine(service, Optional.empty(), line);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
