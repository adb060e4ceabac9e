package dev.monsh.adapter.nativeengine.process;

import dev.monsh.failure.FileFailure;
import dev.monsh.os.AtomicFile;
import dev.monsh.os.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a {@link RunState} in a file of tab-separated lines. A file that is missing, torn or of another version counts
 * as empty: the marks in the processes' environment find what it should have named.
 */
public final class StateFile {

    private static final String FIRST_LINE = "monsh processes 1";
    private static final int FIELDS = 8;

    private final Path file;

    public StateFile(Path file) {
        this.file = file;
    }

    void write(RunState state) {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        text.append(state.complete() ? "complete" : "starting").append('\n');
        for (Child child : state.children()) {
            text.append(String.join("\t", fields(child))).append('\n');
        }
        AtomicFile.write(file, text.append("end\n").toString(), false);
    }

    private static List<String> fields(Child child) {
        return List.of(
                "child",
                child.name(),
                Long.toString(child.identity().pid()),
                Long.toString(child.identity().startTicks()),
                child.identity().bootId(),
                Integer.toString(child.port()),
                child.since().toString(),
                child.program().replaceAll("\\p{Cntrl}", "?"));
    }

    public RunState read() {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < 3
                    || !lines.getFirst().equals(FIRST_LINE)
                    || !lines.getLast().equals("end")) {
                return RunState.empty();
            }
            List<Child> children = new ArrayList<>();
            for (String line : lines.subList(2, lines.size() - 1)) {
                children.add(child(line.split("\t", -1)));
            }
            return new RunState(lines.get(1).equals("complete"), children);
        } catch (IOException | RuntimeException e) {
            return RunState.empty();
        }
    }

    private static Child child(String[] fields) {
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("a child has " + FIELDS + " fields");
        }
        ProcessIdentity identity = new ProcessIdentity(Long.parseLong(fields[2]), Long.parseLong(fields[3]), fields[4]);
        return new Child(fields[1], identity, Integer.parseInt(fields[5]), Instant.parse(fields[6]), fields[7]);
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw FileFailure.at(file, e);
        }
    }
}
