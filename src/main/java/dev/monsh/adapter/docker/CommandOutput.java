package dev.monsh.adapter.docker;

/** What a program printed, and its exit code. */
record CommandOutput(int exitCode, String out, String err) {

    boolean ok() {
        return exitCode == 0;
    }

    /** Returns what it had to say about its failure, on whichever stream. */
    String complaint() {
        return err.isBlank() ? out : err;
    }
}
