package dev.monsh.failure;

import org.jspecify.annotations.Nullable;

/** The other end rejects the request, or what it answered is not an answer to it. */
public final class RejectedException extends MonshException {

    private static final long serialVersionUID = 1L;

    public RejectedException(String what, String why) {
        this(what, why, null, null);
    }

    public RejectedException(String what, String why, String next) {
        this(what, why, new NextStep.Text(next), null);
    }

    public RejectedException(String what, String why, @Nullable NextStep next) {
        this(what, why, next, null);
    }

    public RejectedException(String what, String why, @Nullable NextStep next, @Nullable Throwable cause) {
        super(what, why, next, cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REJECTED;
    }
}
