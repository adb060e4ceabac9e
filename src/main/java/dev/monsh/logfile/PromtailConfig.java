package dev.monsh.logfile;

import java.util.List;

/**
 * What Promtail's configuration says of files.
 *
 * @param file as the user knows it
 * @param jobs the {@code job_name} of every scrape configuration, in the order of the file
 * @param targets in the order of the file
 */
public record PromtailConfig(String file, List<String> jobs, List<LogTarget> targets) {

    public PromtailConfig {
        jobs = List.copyOf(jobs);
        targets = List.copyOf(targets);
    }

    /** Returns the {@code service} labels, each once, in the order of the file. */
    public List<String> services() {
        return targets.stream()
                .map(LogTarget::service)
                .filter(service -> !service.isEmpty())
                .distinct()
                .toList();
    }

    /** Returns the targets of a service. */
    public List<LogTarget> of(String service) {
        return targets.stream()
                .filter(target -> target.service().equals(service))
                .toList();
    }
}
