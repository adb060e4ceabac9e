package dev.monsh.stack.drift;

import dev.monsh.stack.Service;
import java.net.URI;
import java.time.Duration;

/** Asks a server for the configuration that it has loaded. */
public interface ConfigurationSource {

    /** What came of it. */
    sealed interface Answer {

        /** The configuration as the server prints it. */
        record Loaded(String yaml) implements Answer {}

        /** The server did not say; the reason as text. */
        record Untold(String why) implements Answer {}
    }

    /** Returns whether servers of that kind tell what they have loaded. */
    static boolean tells(Service kind) {
        return kind != Service.PROCESS_EXPORTER;
    }

    /**
     * Asks.
     *
     * @param kind one that {@link #tells}
     * @param server the URL without a path
     */
    Answer ask(Service kind, URI server, Duration timeout);
}
