package dev.monsh.cli.completion;

import dev.monsh.cli.GlobalOptions;
import java.util.List;
import java.util.Map;

/** Names that only the configuration or a server knows. A source that can't be reached has none; it never fails. */
public interface ValueSource {

    List<String> boxes(GlobalOptions options);

    List<String> metrics(GlobalOptions options);

    List<String> labels(GlobalOptions options);

    /** Returns the values of a label. */
    List<String> labelValues(GlobalOptions options, String label);

    /** Returns the labels of log streams. */
    List<String> logLabels(GlobalOptions options);

    /** Returns the values of a label of log streams. */
    List<String> logLabelValues(GlobalOptions options, String label);

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

    /** Returns the services whose log files the box's Promtail ships. */
    default List<String> logServices(GlobalOptions options) {
        return List.of();
    }
}
