package dev.monsh.adapter.docker.container;

/** What a program printed, and its exit code. */
public record CommandOutput(int exitCode, String out, String err) {

    public boolean ok() {
        return exitCode == 0;
    }

    /** Returns what it had to say about its failure, on whichever stream. */
    public String complaint() {
        return err.isBlank() ? out : err;
    }
}
