package dev.monsh.logs.files;

import dev.monsh.logs.Labels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One entry of {@code static_configs} in Promtail's configuration.
 *
 * @param labels as written there; those that begin with two underscores reach no line
 * @param pathGlob its {@code __path__}: {@code *}, {@code **}, {@code ?}, {@code [a-z]} and {@code {a,b}}
 */
public record PromtailTarget(Map<String, String> labels, String pathGlob) {

    /** Where Loki 3 takes a stream's service name from when it has none: the default of discover_service_name. */
    private static final List<String> SERVICE_NAMES = List.of(
            "service",
            "app",
            "application",
            "app_name",
            "name",
            "app_kubernetes_io_name",
            "container",
            "container_name",
            "k8s_container_name",
            "component",
            "workload",
            "job",
            "k8s_job_name");

    public PromtailTarget {
        labels = Map.copyOf(labels);
    }

    /** Returns whether a file that the path selects is left out again: {@code __path_exclude__}, a glob as well. */
    public boolean excludes(Path file) {
        String glob = labels.getOrDefault("__path_exclude__", "");
        return !glob.isEmpty() && new PathGlob(glob).matches(file);
    }

    /** Returns the labels that the lines of a file have in Loki. */
    public Labels labelsOf(String filename) {
        Map<String, String> all = new TreeMap<>(labels);
        all.keySet().removeIf(name -> name.startsWith("__"));
        all.put("filename", filename);
        if (!all.containsKey("service_name")) {
            all.put(
                    "service_name",
                    SERVICE_NAMES.stream()
                            .filter(all::containsKey)
                            .map(all::get)
                            .findFirst()
                            .orElse("unknown_service"));
        }
        return Labels.of(all);
    }
}
