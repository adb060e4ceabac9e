package dev.monsh.logs.target;

import dev.monsh.failure.Problem;
import java.util.List;

/**
 * What Promtail's configuration says of files.
 *
 * @param file as the user knows it
 * @param jobs the {@code job_name} of every scrape configuration, in the order of the file
 * @param targets in the order of the file; their labels include those that the clients add
 * @param beyondFiles what makes lines or labels differ from what is in the files, each with its place: with any of these
 *     the files do not show what Loki has
 */
public record PromtailConfig(String file, List<String> jobs, List<LogTarget> targets, List<Problem> beyondFiles) {

    public PromtailConfig {
        jobs = List.copyOf(jobs);
        targets = List.copyOf(targets);
        beyondFiles = List.copyOf(beyondFiles);
    }

    /** Returns the {@code service} labels, each once, in the order of the file. */
    public List<String> services() {
        return targets.stream()
                .filter(target -> target.rewrittenBy(LogTarget.SERVICE).isEmpty())
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
