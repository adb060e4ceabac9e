package dev.monsh.adapter.docker.observe;

import dev.monsh.adapter.docker.container.Container;
import dev.monsh.stack.drift.ObservedService.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether Compose would recreate a container: it compares a hash of the service's definition with the one that it wrote on
 * the container. Versions of Compose make different hashes of the same definition.
 *
 * @param hashes by service
 * @param version of the Compose that made them
 * @param unsure services whose hash Compose makes otherwise when it starts them
 */
record ComposeVerdicts(Map<String, String> hashes, String version, Set<String> unsure) {

    private static final Pattern RELEASE = Pattern.compile("\\d+\\.\\d+\\.\\d+");

    /** Reads the lines {@code SERVICE HASH} of {@code docker compose config --hash}. */
    static ComposeVerdicts read(String lines, String version) {
        Map<String, String> hashes = new HashMap<>();
        for (String line : lines.lines().toList()) {
            int blank = line.lastIndexOf(' ');
            if (blank > 0) {
                hashes.put(line.substring(0, blank).strip(), line.substring(blank + 1));
            }
        }
        return new ComposeVerdicts(hashes, version, Set.of());
    }

    /** Returns whether one of the containers has another hash than its service. */
    boolean anyOther(List<Container> containers) {
        return containers.stream().anyMatch(container -> of(container) == Verdict.OTHER);
    }

    /** Returns them with no hash known of those services, where the container's is another. */
    ComposeVerdicts unsureOf(Set<String> services) {
        return new ComposeVerdicts(hashes, version, services);
    }

    Verdict of(Container container) {
        String hash = hashes.getOrDefault(container.service(), "");
        if (hash.isEmpty() || container.configHash().isEmpty()) {
            return Verdict.UNKNOWN;
        }
        if (hash.equals(container.configHash())) {
            return Verdict.SAME;
        }
        if (unsure.contains(container.service())) {
            return Verdict.UNKNOWN;
        }
        return release(version).equals(release(container.composeVersion())) ? Verdict.OTHER : Verdict.UNKNOWN;
    }

    /** Debian's 2.26.1-4 is 2.26.1. */
    private static String release(String version) {
        Matcher release = RELEASE.matcher(version);
        return release.find() ? release.group() : version;
    }
}
