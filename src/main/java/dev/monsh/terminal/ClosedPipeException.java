package dev.monsh.terminal;

/** Whoever read our output has gone ({@code | head -1}). Nothing failed; the program ends quietly with 0. */
public final class ClosedPipeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClosedPipeException(Throwable cause) {
        super("the reader of the output has exited", cause);
    }
}
