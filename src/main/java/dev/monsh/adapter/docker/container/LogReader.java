package dev.monsh.adapter.docker.container;

import dev.monsh.failure.UnreachableException;
import dev.monsh.stack.engine.OutputLine;
import dev.monsh.stack.engine.OutputRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One container's output, line by line, from {@code docker logs --timestamps}; both streams as they came. */
final class LogReader implements AutoCloseable {

    private final String service;
    private final Process process;
    private final BufferedReader reader;
    private Optional<OutputLine> next = Optional.empty();
    private boolean ended;

    private LogReader(String service, Process process) {
        this.service = service;
        this.process = process;
        this.reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static LogReader open(DockerCli cli, Container container, OutputRequest request) {
        List<String> words = new ArrayList<>(List.of("docker", "logs", "--timestamps"));
        request.lastLines().ifPresent(lines -> words.addAll(List.of("--tail", Integer.toString(lines))));
        request.since().ifPresent(since -> words.addAll(List.of("--since", since.toString())));
        if (request.follow()) {
            words.add("--follow");
        }
        words.add(container.id());
        try {
            return new LogReader(
                    container.service(),
                    cli.builder(words).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UnreachableException("docker", "can't be run: " + e.getMessage(), null, e);
        }
    }

    /** Returns the next line without taking it; empty at the end. */
    Optional<OutputLine> peek() {
        if (next.isEmpty() && !ended) {
            next = read();
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

    private Optional<OutputLine> read() {
        try {
            String line = reader.readLine();
            return line == null ? Optional.empty() : Optional.of(parse(line));
        } catch (IOException e) {
            return Optional.empty();
        }
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
        process.destroy();
    }
}
