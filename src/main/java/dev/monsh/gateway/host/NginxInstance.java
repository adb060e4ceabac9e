package dev.monsh.gateway.host;

import java.util.List;
import java.util.Optional;

/**
 * Which nginx of the gateway is meant.
 *
 * @param binary its program, a name on root's PATH or an absolute path
 * @param prefix {@code -p}; empty for the one it was built with
 * @param configuration {@code -c}, an absolute path; empty for the one it was built with
 * @param stateFolder where monsh keeps its lock, journal and backups on the gateway; not one that nginx reads
 */
public record NginxInstance(
        String binary, Optional<String> prefix, Optional<String> configuration, String stateFolder) {

    /** The nginx of Debian's and of nginx.org's packages: it knows its own paths, {@code /etc/nginx/nginx.conf} among them. */
    public static final NginxInstance PACKAGED =
            new NginxInstance("nginx", Optional.empty(), Optional.empty(), "/var/lib/monsh");

    /** Returns the arguments by which the scripts know it. */
    List<String> words() {
        return List.of(binary, prefix.orElse(""), configuration.orElse(""), stateFolder);
    }
}
