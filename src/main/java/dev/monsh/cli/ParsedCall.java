package dev.monsh.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A call after parsing: which command, which options, which arguments. Each option's value is read once. */
public final class ParsedCall {

    private final List<String> path;
    private final List<Given> options;
    private final List<String> arguments;
    private final Map<Option<?>, Object> values = new HashMap<>();

    /**
     * An option as it was typed.
     *
     * @param value the text of the value; {@code true} for a flag
     */
    public record Given(Option<?> option, String value) {}

    /**
     * Takes what was typed.
     *
     * @param path the words of the command; empty where only options were given
     */
    public ParsedCall(List<String> path, List<Given> options, List<String> arguments) {
        this.path = List.copyOf(path);
        this.options = List.copyOf(options);
        this.arguments = List.copyOf(arguments);
    }

    /** Returns the words of the command; empty when there were options only. */
    public List<String> path() {
        return path;
    }

    public List<Given> options() {
        return options;
    }

    public List<String> arguments() {
        return arguments;
    }

    /** Tells whether the option was given. */
    public boolean has(Option<?> option) {
        return options.stream().anyMatch(given -> given.option() == option);
    }

    /**
     * Returns an option's value.
     *
     * @throws dev.monsh.failure.UsageException where it can't be read
     */
    @SuppressWarnings("unchecked")
    public <T> T get(Option<T> option) {
        // the map holds for each option only what the same option read
        return (T) values.computeIfAbsent(option, this::read);
    }

    private Object read(Option<?> option) {
        return option.read(options.stream()
                .filter(given -> given.option() == option)
                .map(Given::value)
                .toList());
    }

    /** Reads every option that was given, so that a bad value is found before the command does anything. */
    void readAll() {
        options.forEach(given -> get(given.option()));
    }
}
