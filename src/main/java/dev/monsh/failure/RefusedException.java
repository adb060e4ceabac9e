package dev.monsh.failure;

import org.jspecify.annotations.Nullable;

/** The other end, or the operating system, refuses: authentication or permission. */
public final class RefusedException extends MonshException {

    private static final long serialVersionUID = 1L;

    public RefusedException(String what, String why) {
        this(what, why, null, null);
    }

    public RefusedException(String what, String why, String next) {
        this(what, why, new NextStep.Text(next), null);
    }

    public RefusedException(String what, String why, @Nullable NextStep next) {
        this(what, why, next, null);
    }

    public RefusedException(String what, String why, @Nullable NextStep next, @Nullable Throwable cause) {
        super(what, why, next, cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }
}
