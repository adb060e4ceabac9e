package dev.monsh.logs;

/** How a tail connection ended. Texts are the other end's and may hold anything. */
public sealed interface TailEnd {

    /** The server said goodbye (RFC 6455, section 7.4): 1011 with a text, for instance. */
    record Closed(int code, String reason) implements TailEnd {}

    /** The connection broke: a reset, the end of the data in the middle of a frame, a ping without a pong. */
    record Broken(String why) implements TailEnd {}

    /** The connection could not be made at all. */
    record Unreachable(String why) implements TailEnd {}

    /**
     * The server answered something else than 101.
     *
     * @param contentType in lower case, without parameters; empty where there was none
     * @param body the beginning of the body
     */
    record Answered(int status, String contentType, String body) implements TailEnd {}
}
