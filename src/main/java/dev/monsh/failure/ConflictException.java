package dev.monsh.failure;

import org.jspecify.annotations.Nullable;

/** Something changed underneath, is locked, or is taken by somebody else. */
public final class ConflictException extends MonshException {

    private static final long serialVersionUID = 1L;

    public ConflictException(String what, String why) {
        this(what, why, null, null);
    }

    public ConflictException(String what, String why, String next) {
        this(what, why, new NextStep.Text(next), null);
    }

    public ConflictException(String what, String why, @Nullable NextStep next) {
        this(what, why, next, null);
    }

    public ConflictException(String what, String why, @Nullable NextStep next, @Nullable Throwable cause) {
        super(what, why, next, cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.CONFLICT;
    }
}
