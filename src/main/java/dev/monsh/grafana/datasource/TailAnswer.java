package dev.monsh.grafana.datasource;

/** The outcome of opening a live tail as a test. Texts are the other end's. */
public sealed interface TailAnswer {

    /**
     * It opened and stayed open.
     *
     * @param lines whether lines came meanwhile
     */
    record Open(boolean lines) implements TailAnswer {}

    /** The other end answered an HTTP status instead of opening it. */
    record Answered(int status, String body) implements TailAnswer {}

    /** It could not be opened, or broke at once. */
    record Broken(String why) implements TailAnswer {}
}
