package dev.monsh.box;

import java.util.Optional;

/**
 * Which nginx of the gateway is meant; all are paths on the gateway.
 *
 * @param program a name on root's PATH or an absolute path
 * @param prefix its {@code -p}; empty for the one it was built with
 * @param configuration its {@code -c}; empty for the one it was built with
 * @param stateFolder where monsh keeps its lock, journal and backups; not one that nginx reads
 */
public record NginxSettings(
        String program, Optional<String> prefix, Optional<String> configuration, String stateFolder) {

    /** The nginx of Debian's and of nginx.org's packages: it knows its own paths, {@code /etc/nginx/nginx.conf} among them. */
    public static final NginxSettings PACKAGED =
            new NginxSettings("nginx", Optional.empty(), Optional.empty(), "/var/lib/monsh");
}
