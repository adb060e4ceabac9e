package dev.monsh.testing;

/** The ways in which a stand-in ends a tail. */
public sealed interface TailEnding {

    /** A close frame. */
    record Close(int code, String reason) implements TailEnding {}

    /** The connection is gone without a word: what clients call 1006. */
    record Cut() implements TailEnding {}

    /** The beginning of a frame, then the connection is gone. */
    record HalfFrame() implements TailEnding {}

    /** Nothing comes any more, no pong either, and nothing is closed. */
    record Silence() implements TailEnding {}
}
