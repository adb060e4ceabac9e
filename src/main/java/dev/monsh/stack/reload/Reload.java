package dev.monsh.stack.reload;

import dev.monsh.failure.MonshException;
import java.util.Optional;

/**
 * The outcome of a service's reload.
 *
 * @param result in words
 * @param failure why it failed
 */
public record Reload(String service, ReloadWay way, String result, Optional<MonshException> failure) {

    static Reload done(String service, ReloadWay way, String result) {
        return new Reload(service, way, result, Optional.empty());
    }

    static Reload failed(String service, ReloadWay way, MonshException failure) {
        return new Reload(service, way, "failed: " + failure.why(), Optional.of(failure));
    }
}
