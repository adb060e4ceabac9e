package dev.monsh.stack.check;

import dev.monsh.failure.ConfigurationException;
import dev.monsh.failure.Finding;
import dev.monsh.failure.Problem;
import dev.monsh.failure.RefusedException;
import dev.monsh.failure.Severity;
import dev.monsh.stack.Stack;
import dev.monsh.stack.StackReading;
import dev.monsh.stack.StackService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers the findings about one stack. */
final class Findings {

    private final StackReading reading;
    private final List<Finding> all = new ArrayList<>();
    private boolean complete = true;

    Findings(StackReading reading) {
        this.reading = reading;
    }

    /** Returns the place of a key of a service in the Compose file. */
    Problem at(StackService service, String key) {
        return reading.source(service).map(source -> source.at(key)).orElseGet(this::stackFile);
    }

    private Problem stackFile() {
        Stack stack = reading.stack();
        return file(stack.composeFile().orElse(stack.folder()));
    }

    /** Returns the place of a file as a whole. */
    static Problem file(Path file) {
        return new Problem(file.toString(), 0, 0, "");
    }

    void error(StackService service, Problem place, String message, String next) {
        all.add(Finding.at(Severity.ERROR, service.name(), place, message, next));
    }

    void warning(StackService service, Problem place, String message, String next) {
        all.add(Finding.at(Severity.WARNING, service.name(), place, message, next));
    }

    void info(StackService service, Problem place, String message, String next) {
        all.add(Finding.at(Severity.NOTE, service.name(), place, message, next));
    }

    void add(Finding finding) {
        all.add(finding);
    }

    void addAll(List<Finding> findings) {
        all.addAll(findings);
    }

    /** Says that a file that was needed is not there or can't be read, so that more may be wrong. */
    void unread(StackService service, Problem place, String message, String next) {
        complete = false;
        error(service, place, message, next);
    }

    /** Reads something; what is wrong with it becomes findings, and then there is nothing. */
    <T> Optional<T> read(StackService service, Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (ConfigurationException e) {
            for (Problem problem : e.problems()) {
                all.add(new Finding(Severity.ERROR, service.name(), problem, ""));
            }
        } catch (RefusedException e) {
            unread(service, new Problem(e.what(), 0, 0, ""), e.why(), "");
        }
        return Optional.empty();
    }

    List<Finding> all() {
        return all;
    }

    /** Returns how many of them are errors. */
    long errors() {
        return all.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
    }

    boolean complete() {
        return complete;
    }
}
