package dev.monsh.logs.target;

import dev.monsh.mount.Mounts;
import java.util.Optional;

/**
 * Promtail's targets and what its container sees of the machine.
 *
 * @param service the Compose service; empty where Promtail runs without a container and sees everything
 */
public record LogSetup(PromtailConfig promtail, Optional<PromtailService> service, Mounts mounts) {

    /** Returns the files of a target on this machine, a path or a glob; empty where that can't be told. */
    public Optional<String> hostPath(LogTarget target) {
        return target.pathRewrittenBy().isPresent() ? Optional.empty() : host(target.path());
    }

    /** Returns the files that a target leaves out on this machine. */
    public Optional<String> hostExcluded(LogTarget target) {
        return target.pathRewrittenBy().isPresent() ? Optional.empty() : host(target.excluded());
    }

    /** Returns whether Promtail's container has no file or volume where a target reads. */
    public boolean isHidden(LogTarget target) {
        return service.isPresent() && mounts.holding(target.path()).isEmpty();
    }

    private Optional<String> host(String path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        return service.isEmpty() ? Optional.of(path) : mounts.outside(path);
    }
}
