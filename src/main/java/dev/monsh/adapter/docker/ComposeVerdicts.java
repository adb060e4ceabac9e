package dev.monsh.adapter.docker;

import dev.monsh.stack.ObservedService.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether Compose would make a container anew: it compares a hash of the service's definition with the one that it wrote on
 * the container. Versions of Compose make different hashes of the same definition.
 *
 * @param hashes by service
 * @param version of the Compose that made them
 */
record ComposeVerdicts(Map<String, String> hashes, String version) {

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
        return new ComposeVerdicts(hashes, version);
    }

    Verdict of(Container container) {
        String hash = hashes.getOrDefault(container.service(), "");
        if (hash.isEmpty() || container.configHash().isEmpty()) {
            return Verdict.UNKNOWN;
        }
        if (hash.equals(container.configHash())) {
            return Verdict.SAME;
        }
        return release(version).equals(release(container.composeVersion())) ? Verdict.OTHER : Verdict.UNKNOWN;
    }

    /** Debian's 2.26.1-4 is 2.26.1. */
    private static String release(String version) {
        Matcher release = RELEASE.matcher(version);
        return release.find() ? release.group() : version;
    }
}
