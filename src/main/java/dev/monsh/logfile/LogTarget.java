package dev.monsh.logfile;

import dev.monsh.failure.Problem;
import java.util.Map;

/**
 * One entry of {@code static_configs} in Promtail's configuration: files, and the labels of their lines.
 *
 * @param job the {@code job_name}; empty where there is none
 * @param labels all of them, those for Promtail itself ({@code __path__}) included
 * @param place where the entry stands; its message is empty
 * @param scrapeConfig index of its item in {@code scrape_configs}, from 0
 * @param staticConfig index of the entry in its item's {@code static_configs}, from 0
 */
public record LogTarget(String job, Map<String, String> labels, Problem place, int scrapeConfig, int staticConfig) {

    private static final String PATH = "__path__";
    private static final String EXCLUDED = "__path_exclude__";

    public LogTarget {
        labels = Map.copyOf(labels);
    }

    /** Returns the label {@code service}; empty where there is none. */
    public String service() {
        return labels.getOrDefault("service", "");
    }

    /** Returns the files as Promtail sees them, a path or a glob; empty where the entry names none. */
    public String path() {
        return labels.getOrDefault(PATH, "");
    }

    /** Returns the files that are left out, as Promtail sees them; empty where none are. */
    public String excluded() {
        return labels.getOrDefault(EXCLUDED, "");
    }

    /** Returns whether the entry names files. */
    public boolean hasPath() {
        return !path().isEmpty();
    }
}
