package dev.monsh.failure;

import org.jspecify.annotations.Nullable;

/** The user ended the command with Ctrl-C. */
public final class InterruptedByUserException extends MonshException {

    private static final long serialVersionUID = 1L;

    public InterruptedByUserException(String what, String why) {
        this(what, why, null, null);
    }

    public InterruptedByUserException(String what, String why, String next) {
        this(what, why, new NextStep.Text(next), null);
    }

    public InterruptedByUserException(String what, String why, @Nullable NextStep next) {
        this(what, why, next, null);
    }

    public InterruptedByUserException(String what, String why, @Nullable NextStep next, @Nullable Throwable cause) {
        super(what, why, next, cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.INTERRUPTED;
    }
}
