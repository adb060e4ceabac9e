package dev.monsh.logs.target;

import dev.monsh.failure.Problem;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of {@code static_configs} in Promtail's configuration: files, and the labels of their lines.
 *
 * @param job the {@code job_name}; empty where there is none
 * @param labels all of them, those for Promtail itself ({@code __path__}) included
 * @param unknown why a label may have another value once Promtail runs, by its name: relabelling and variables
 * @param place where the entry stands; its message is empty
 * @param scrapeConfig index of its item in {@code scrape_configs}, from 0
 * @param staticConfig index of the entry in its item's {@code static_configs}, from 0
 */
public record LogTarget(
        String job,
        Map<String, String> labels,
        Map<String, String> unknown,
        Problem place,
        int scrapeConfig,
        int staticConfig) {

    /** Where Promtail looks for the files. */
    public static final String PATH = "__path__";

    public static final String EXCLUDED = "__path_exclude__";
    public static final String SERVICE = "service";

    public LogTarget {
        labels = Map.copyOf(labels);
        unknown = Map.copyOf(unknown);
    }

    /** Returns the label {@code service}; empty where there is none. */
    public String service() {
        return labels.getOrDefault(SERVICE, "");
    }

    /** Returns the files as Promtail sees them, a path or a glob; empty where the entry names none. */
    public String path() {
        return labels.getOrDefault(PATH, "");
    }

    /** Returns the files that are left out, as Promtail sees them; empty where none are. */
    public String excluded() {
        return labels.getOrDefault(EXCLUDED, "");
    }

    /** Returns the line that the entry begins in, from 1. */
    public int line() {
        return place.line();
    }

    /** Returns why only Promtail knows which files are meant; empty where the path says it. */
    public Optional<String> unknownPath() {
        return Optional.ofNullable(unknown.get(PATH)).or(() -> Optional.ofNullable(unknown.get(EXCLUDED)));
    }

    /** Returns whether the entry names files. */
    public boolean hasPath() {
        return !path().isEmpty();
    }
}
