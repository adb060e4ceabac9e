package dev.monsh.failure;

import org.jspecify.annotations.Nullable;

/** The other end can't be reached, or the connection broke before its answer was whole. */
public final class UnreachableException extends MonshException {

    private static final long serialVersionUID = 1L;

    public UnreachableException(String what, String why) {
        this(what, why, null, null);
    }

    public UnreachableException(String what, String why, String next) {
        this(what, why, new NextStep.Text(next), null);
    }

    public UnreachableException(String what, String why, @Nullable NextStep next) {
        this(what, why, next, null);
    }

    public UnreachableException(String what, String why, @Nullable NextStep next, @Nullable Throwable cause) {
        super(what, why, next, cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.UNREACHABLE;
    }
}
