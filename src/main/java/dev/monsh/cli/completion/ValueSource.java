package dev.monsh.cli.completion;

import dev.monsh.cli.GlobalOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names that only the configuration or a server knows. A source that can't be reached has none; it never fails. */
public interface ValueSource {

    List<String> boxes(GlobalOptions options);

    /** Says that a completion begins; where names have to be asked for, the time for that runs from now. */
    default void begin() {}

    /** Calls the listener once when names come that the last completion asked for and did not get. */
    default void whenNamesCome(Runnable listener) {}

    /** Returns what is worth telling about the names that the last completion showed: that they are old, or awaited. */
    default Optional<String> hint() {
        return Optional.empty();
    }

    /** Returns how old the names of a box's metrics are; empty while none are known. */
    default Optional<String> age(GlobalOptions options) {
        return Optional.empty();
    }

    /** Says that completion may soon want the names of a box. Returns at once. */
    default void prepare(GlobalOptions options) {}

    /** Returns the names that the box's Prometheus has. */
    default Names metricNames(GlobalOptions options) {
        return Names.NONE;
    }

    /** Returns the names that the box's Loki has. */
    default Names logNames(GlobalOptions options) {
        return Names.NONE;
    }

    /** Returns the files and folders whose path begins so, folders with a slash at the end. */
    List<String> files(String prefix, boolean foldersOnly);

    /** Returns the processes of this machine: id and command line. */
    default Map<String, String> processes(GlobalOptions options) {
        return Map.of();
    }

    /** Returns the names of the rules of the box's process-exporter. */
    default List<String> rules(GlobalOptions options) {
        return List.of();
    }

    /** Returns the services of the box's stack. */
    default List<String> services(GlobalOptions options) {
        return List.of();
    }

    /** Returns the machines of the tailnet that this machine is in: name and address. */
    default Map<String, String> tailnet(GlobalOptions options) {
        return Map.of();
    }

    /** Returns the lines that names stand for: saved ones and aliases. */
    default Map<String, String> shortcuts(GlobalOptions options) {
        return Map.of();
    }

    /** Returns the services whose log files the box's Promtail ships. */
    default List<String> logServices(GlobalOptions options) {
        return List.of();
    }
}
