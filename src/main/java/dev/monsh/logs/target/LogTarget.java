package dev.monsh.logs.target;

import dev.monsh.failure.Problem;
import dev.monsh.labels.Labels;
import dev.monsh.logs.files.PathGlob;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One entry of {@code static_configs} in Promtail's configuration: files, and the labels of their lines.
 *
 * @param job the {@code job_name}; empty where there is none
 * @param labels all of them, those for Promtail itself ({@code __path__}) included
 * @param rewritten the labels whose value Promtail makes of what is written, each with what rewrites it, such as {@code
 *     relabel_configs}; the name {@link #ANY} stands for all labels
 * @param place where the entry stands; its message is empty
 * @param scrapeConfig index of its item in {@code scrape_configs}, from 0
 * @param staticConfig index of the entry in its item's {@code static_configs}, from 0
 */
public record LogTarget(
        String job, Labels labels, Map<String, String> rewritten, Problem place, int scrapeConfig, int staticConfig) {

    /** The label of the files. */
    public static final String PATH = "__path__";

    /** The label by which the manual wants lines to be asked for. */
    public static final String SERVICE = "service";

    /** In {@link #rewritten}: any label may be another one, or the target may go. */
    public static final String ANY = "*";

    private static final String EXCLUDED = "__path_exclude__";

    /** Where Loki 3 takes a stream's service name from when it has none: the default of discover_service_name. */
    private static final List<String> SERVICE_NAMES = List.of(
            SERVICE,
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

    public LogTarget {
        rewritten = Map.copyOf(rewritten);
    }

    /** Returns the label {@code service}; empty where there is none. */
    public String service() {
        return labels.get(SERVICE);
    }

    /** Returns the files as Promtail sees them, a path or a glob; empty where the entry names none. */
    public String path() {
        return labels.get(PATH);
    }

    /** Returns the files that are left out, as Promtail sees them; empty where none are. */
    public String excluded() {
        return labels.get(EXCLUDED);
    }

    /** Returns the line that the entry begins in, from 1. */
    public int line() {
        return place.line();
    }

    /** Returns whether the entry names files. */
    public boolean hasPath() {
        return !path().isEmpty();
    }

    /** Returns what makes another value of a label than is written; empty where the value is what it seems. */
    public Optional<String> rewrittenBy(String label) {
        return Optional.ofNullable(rewritten.getOrDefault(label, rewritten.get(ANY)));
    }

    /** Returns what makes other files of the path than are written. */
    public Optional<String> pathRewrittenBy() {
        return rewrittenBy(PATH).or(() -> rewrittenBy(EXCLUDED));
    }

    /** Returns whether a file that the path selects is left out again: {@code __path_exclude__}, a glob as well. */
    public boolean excludes(Path file) {
        return !excluded().isEmpty() && new PathGlob(excluded()).matches(file);
    }

    /** Returns the labels that the lines of a file have in Loki; those that begin with two underscores reach no line. */
    public Labels labelsOf(String filename) {
        Map<String, String> all = new TreeMap<>(labels.values());
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
