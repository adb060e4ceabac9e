package dev.monsh.stack;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A TCP port of a service that this machine forwards.
 *
 * @param address the address of this machine that it is bound to; {@code 0.0.0.0} is every one
 * @param published the port on this machine, 0 where the engine chooses it
 * @param target the port that the service listens on
 */
public record PublishedPort(String address, int published, int target) {

    public static final String EVERY_ADDRESS = "0.0.0.0";

    static PublishedPort onLoopback(int published, int target) {
        return new PublishedPort("127.0.0.1", published, target);
    }

    /** Returns whether machines of other networks can reach it as far as its address goes. */
    public boolean isOnEveryAddress() {
        return address.isEmpty() || address.equals(EVERY_ADDRESS) || address.equals("::");
    }

    /** Returns the URL of a path, which begins with a slash, asked from this machine. */
    public URI url(String path) {
        String host = isOnEveryAddress() ? "127.0.0.1" : address;
        String name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + published + path);
    }

    /** Written out, as {@link #hashCode}: what a record has of itself is linked when first used, which status would wait for. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PublishedPort port
                && port.published == published
                && port.target == target
                && port.address.equals(address);
    }

    @Override
    public int hashCode() {
        return (address.hashCode() * 31 + published) * 31 + target;
    }
}
