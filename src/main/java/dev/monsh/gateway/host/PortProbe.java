package dev.monsh.gateway.host;

/** Asks a public port of the gateway from this machine. */
@FunctionalInterface
public interface PortProbe {

    /** What a port said. */
    sealed interface Answer {

        /** nginx answered, or what is behind it. */
        record Answered(int status) implements Answer {}

        /** nginx answered that what is behind it does not (502, 503, 504). */
        record NothingBehind(int status) implements Answer {}

        /** Nothing answered. */
        record Silent(String reason) implements Answer {}
    }

    /** Sends one request, and waits some seconds for its answer; never throws. */
    Answer ask(String host, int port);
}
