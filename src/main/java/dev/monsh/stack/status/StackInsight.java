package dev.monsh.stack.status;

import dev.monsh.stack.Service;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the servers of a stack say of each other and of the box that they watch. */
public interface StackInsight {

    /**
     * A scrape target.
     *
     * @param host the host of its address, as the configuration has it
     * @param health {@code up}, {@code down} or {@code unknown}
     */
    record Scrape(String host, int port, String health) {}

    /** Returns what a Prometheus scrapes; empty where it does not answer. */
    Optional<List<Scrape>> scrapes(URI prometheus, Duration timeout);

    /** Returns how many process groups have a live process; empty where Prometheus does not answer. */
    OptionalInt groups(URI prometheus, Duration timeout);

    /** Returns how many streams got a line in the last five minutes; empty where Loki does not answer. */
    OptionalInt streams(URI loki, Duration timeout);

    /** Returns a server's version, as it tells itself. */
    Optional<String> version(Service kind, URI base, Duration timeout);
}
